#compdef kiosque
# Completions of kiosque for zsh. The program knows what may come next; this hands it the words and shows its answer.
_kiosque() {
  local -a lines candidates
  local line
  # The program on the path, whatever was typed: Tab must not run a program of the working directory.
  lines=("${(@f)$(command kiosque complete -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
  if [[ $lines[1] == paths ]]; then
    [[ $PREFIX == --*=* ]] && compset -P '*='
    _files
    return
  fi
  for line in "${(@)lines[2,-1]}"; do
    candidates+=("${${${line%%$'\t'*}//\\/\\\\}//:/\\:}:${line#*$'\t'}")
  done
  _describe -t kiosque kiosque candidates
}
# Sourced, it registers itself; from a folder of fpath, it is the function itself.
if [[ $funcstack[1] == _kiosque ]]; then
  _kiosque "$@"
else
  compdef _kiosque kiosque
fi
