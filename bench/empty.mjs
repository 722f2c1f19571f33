// In place of React's developer tools, which Ink imports where they are installed.
export default {};
