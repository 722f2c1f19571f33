# Completions of kiosque for bash. The program knows what may come next; this hands it the words and shows its answer.
_kiosque() {
  # bash cuts words at colons and equals signs, too (COMP_WORDBREAKS). They are joined where no blank is between them.
  local rest=$COMP_LINE word blanks i
  local -a words=()
  for ((i = 0; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    blanks=${rest%%[! ]*}
    rest=${rest#"$blanks"}
    rest=${rest#"$word"}
    if ((i > 1)) && [[ -z $blanks && -n $word ]]; then
      words[${#words[@]} - 1]+=$word
    else
      words+=("$word")
    fi
  done

  # What bash takes for an earlier word is cut off the completions.
  local current=${words[${#words[@]} - 1]} cut= quote=
  [[ $current == [\"\']* ]] && quote=${current:0:1}
  [[ $current == *[:=]* ]] && cut=${current%"${current##*[:=]}"}
  cut=${cut#"$quote"}

  # The words as the program would get them.
  for i in "${!words[@]}"; do
    word=${words[i]//\\/}
    words[i]=${word#[\"\']}
  done

  # The program on the path, whatever was typed: Tab must not run a program of the working directory.
  local mode= line value
  COMPREPLY=()
  while IFS= read -r line; do
    value=${line%%$'\t'*}
    if [[ -z $mode ]]; then
      mode=$line
    elif [[ $COMP_TYPE == 63 && $line == *$'\t'?* ]]; then
      # A second Tab only lists: with what the words mean.
      COMPREPLY+=("$value  (${line#*$'\t'})")
    elif [[ $quote == \" ]]; then
      # What bash expands between these is escaped. Nothing escapes an exclamation mark there.
      [[ $value == *!* ]] && continue
      value=${value#"${cut//\\/}"}
      value=${value//\\/\\\\}
      value=${value//\"/\\\"}
      value=${value//\$/\\\$}
      COMPREPLY+=("${value//\`/\\\`}")
    elif [[ -n $quote ]]; then
      value=${value#"$cut"}
      COMPREPLY+=("${value//\'/"'\\''"}")
    else
      value=${value#"${cut//\\/}"}
      printf -v value %q "$value"
      COMPREPLY+=("$value")
    fi
  done < <(command kiosque complete -- "${words[@]:1}" 2>/dev/null)
  [[ $mode == paths ]] || compopt +o default
}
complete -o default -F _kiosque kiosque
