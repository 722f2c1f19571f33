import type { Language } from './locale.ts';

const en = `Kiosque reads articles in the terminal.

Usage
  kiosque [PATH…]        open the reader: on its own articles, or on these
                         files and folders
  kiosque list           the articles, one a line
  kiosque search WORDS…  the articles that match, best first, with a snippet
  kiosque show ARTICLE   one article: styled on a terminal, plain in a pipe

  ARTICLE is an id, a number from the list, a part of an id or of a title,
  a path to a file, or - for standard input.

Options
  -f, --from PATH        articles from this file or folder; repeatable
  -s, --search WORDS     open the reader with this search typed in
      --accessible       the reader in words, for screen readers
      --no-memory        keep nothing of what is read: no places, marks,
                         settings, texts or search index
      --justify          reader, show: straight right edge; --no-justify
      --hyphenate        reader, show: divide words; --no-hyphenate
  -w, --width N          show: columns of text, 0 for no wrapping
      --format FORMAT    show: text, ansi, markdown or json
      --json             list, search: one JSON array
      --sort ORDER       list: by date, title or length
      --reverse          list: the other way round
      --tag TAG          list, search: only the articles with this tag
  -n, --limit N          list, search: at most so many (search: 20)
      --lang fr|en       language of the interface
      --color WHEN       auto, always or never
  -h, --help             this help
  -v, --version          the version

Examples
  kiosque ~/articles
  kiosque list --tag vente --sort title
  kiosque search '"bon client" -prix after:2020'
  kiosque show bienvenue --width 66
  curl -s https://example.org/post.md | kiosque

In the reader, ? shows the keys.

Exit codes
  0 done   1 nothing found   2 misuse or unreadable input   130 interrupted
`;

const fr = `Kiosque lit des articles dans le terminal.

Utilisation
  kiosque [CHEMIN…]      ouvrir le lecteur : sur ses articles, ou sur ces
                         fichiers et dossiers
  kiosque list           les articles, un par ligne
  kiosque search MOTS…   les articles qui répondent, le meilleur d’abord,
                         chacun avec un extrait
  kiosque show ARTICLE   un article : mis en forme dans un terminal, en texte
                         brut dans un tube

  ARTICLE est un identifiant, un numéro de la liste, une partie d’un
  identifiant ou d’un titre, le chemin d’un fichier, ou - pour l’entrée
  standard.

Options
  -f, --from CHEMIN      les articles de ce fichier ou dossier ; répétable
  -s, --search MOTS      ouvrir le lecteur avec cette recherche
      --accessible       le lecteur en mots, pour lecteurs d’écran
      --no-memory        ne rien retenir de ce qui est lu : ni places, ni
                         marques, ni réglages, ni textes, ni index
      --justify          lecteur, show : bord droit aligné ; --no-justify
      --hyphenate        lecteur, show : couper les mots ; --no-hyphenate
  -w, --width N          show : colonnes de texte, 0 pour ne pas couper
      --format FORMAT    show : text, ansi, markdown ou json
      --json             list, search : un tableau JSON
      --sort ORDRE       list : par date, title (titre) ou length (longueur)
      --reverse          list : dans l’autre sens
      --tag ÉTIQUETTE    list, search : seulement les articles qui la portent
  -n, --limit N          list, search : pas plus de N (search : 20)
      --lang fr|en       langue de l’interface
      --color QUAND      auto, always (toujours) ou never (jamais)
  -h, --help             cette aide
  -v, --version          la version

Exemples
  kiosque ~/articles
  kiosque list --tag vente --sort title
  kiosque search '"bon client" -prix après:2020'
  kiosque show bienvenue --width 66
  curl -s https://example.org/billet.md | kiosque

Dans le lecteur, ? montre les touches.

Codes de sortie
  0 fait   1 rien trouvé   2 mauvais usage ou entrée illisible
  130 interrompu
`;

export const helpText: Readonly<Record<Language, string>> = { en, fr };
