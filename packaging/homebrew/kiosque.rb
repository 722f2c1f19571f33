# Homebrew's formula. @VERSION@, @URL@ and @SHA256@ are those of the tarball that `npm pack` makes (docs/packages.md).
class Kiosque < Formula
  desc "Reader of articles for the terminal"
  homepage "@HOMEPAGE@"
  url "@URL@/kiosque-@VERSION@.tgz"
  sha256 "@SHA256@"
  license "MIT"

  depends_on "node"

  def install
    system "npm", "install", *std_npm_args
    bin.install_symlink libexec/"bin/kiosque"
    package = libexec/"lib/node_modules/kiosque"
    man1.install_symlink package/"dist/man/kiosque.1"
    man5.install_symlink package/"dist/man/kiosque-config.5"
    man7.install_symlink package/"dist/man/kiosque-search.7"
    bash_completion.install package/"completions/kiosque.bash" => "kiosque"
    zsh_completion.install package/"completions/kiosque.zsh" => "_kiosque"
    fish_completion.install package/"completions/kiosque.fish"
  end

  test do
    (testpath/"a.md").write "# A title\n\nSome words.\n"
    assert_match "A title", shell_output("#{bin}/kiosque list --from #{testpath}")
  end
end
