// Replaces React's developer tools, which Ink imports if they are installed.
export default {};
