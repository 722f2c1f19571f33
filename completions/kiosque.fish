# Completions of kiosque for fish. The program knows what may come next; this hands it the words and shows its answer.
function __kiosque_complete
    set -l current (commandline -ct)
    set -l words (commandline -opc) (string replace -ra '[\\\\"\']' '' -- $current)
    # The program on the path, whatever was typed: Tab must not run a program of the working directory.
    set -l lines (command kiosque complete -- $words[2..] 2>/dev/null)
    if test "$lines[1]" = paths
        set -l option (string match -r -- '^--[^=]*=' $current)
        for path in (complete -C "'' "(string replace -r -- '^--[^=]*=' '' $current))
            printf '%s\n' "$option$path"
        end
    else
        printf '%s\n' $lines[2..]
    end
end
complete -c kiosque -f -a '(__kiosque_complete)'
