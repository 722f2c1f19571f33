import { fold } from './slug.ts';

/** A kind of leftover: the lines it can begin with, folded, and how long the lines after may be. */
interface Leftover {
  readonly begins: readonly RegExp[];
  /** Characters; a longer line belongs to the article, and so does all before it. */
  readonly longest: number;
}

/** What follows an article on a web page, in the order in which a reader would name it. */
const LEFTOVERS: readonly Leftover[] = [
  {
    // A comment form, with its advice
    longest: 320,
    begins: [
      /^(?:laisse[rz]|poste[rz]|ecri(?:re|vez)|ajoute[rz]|publie[rz]) (?:(?:un|votre|le premier) commentaire|une reponse)\b/,
      /^(?:leave|post|write|add) (?:a|your) (?:reply|comment|response)\b/,
      /^(?:annuler la reponse|cancel reply|repondre a cet article|reagir a cet article)$/,
      /^votre (?:adresse )?(?:e-?mail|de messagerie|mail)\b.{0,20}\bne sera pas publiee?/,
      /^your e-?mail (?:address )?will not be published/,
      /^(?:les champs obligatoires|required fields)\b/,
      /^(?:\d+|aucun|no) (?:commentaires?|comments?|reponses?|replies)$/,
    ],
  },
  {
    // Other articles, with a sentence of each
    longest: 320,
    begins: [
      /^(?:(?:ces|d'autres|autres|nos|les) )?(?:articles?|billets?|posts?|sujets?|contenus?) (?:similaires?|connexes?|relatifs?|lies|associes|recents?|recommandes?|dans la meme categorie|qui pourraient)\b/,
      /^(?:(?:d'autres|autres) )?(?:articles?|billets?) sur (?:des|les|le meme) sujets?\b/,
      /^(?:related|similar|recommended|recent|more|popular) (?:posts?|articles?|stories|reading|content)\b/,
      /^(?:vous (?:aimerez|pourriez|apprecierez)|(?:cela|ca) (?:devrait|pourrait)) (?:aussi|peut-etre|egalement|aimer|vous)\b/,
      /^(?:you (?:may|might) (?:also )?(?:like|enjoy|be interested)|keep reading|what to read next)\b/,
    ],
  },
  {
    // Links, buttons, addresses: lines without sentences
    longest: 100,
    begins: [
      /^(?:a lire|lire|voir) (?:aussi|egalement|ensuite)\b|^sur le meme (?:sujet|theme)\b|^read (?:also|next|more)\b/,
      /^(?:navigation (?:de l'article|des articles)|post navigation)$/,
      /^(?:partage[rz]|share)(?: (?:cet article|ce billet|cette page|sur|avec|this|on|with|via)\b.*| ?:.*)?$/,
      /^(?:suivez-(?:nous|moi)|follow (?:us|me))\b/,
      /^(?:j'aime ca|like this) ?:?$/,
      /^(?:abonnez-vous|inscrivez-vous|subscribe|sign up)\b.*\b(?:newsletter|lettre|blog|liste|mail|updates|list)\b/,
    ],
  },
];

const NETWORK =
  '(?:partager|share|tweet(?:er)?|pin(?:terest)?|facebook|twitter|linkedin|whatsapp|e-?mail|imprimer|print|reddit|telegram|instagram|google\\+?|pocket|tumblr|x)';

/** Lines that are leftovers where nothing but such lines follows, folded. */
const LAST_LINES = [
  new RegExp(`^${NETWORK}(?:[ ,|·•/-]+${NETWORK})*$`),
  /^(?:tags?|mots[- ]cles|etiquettes?|categories?|classe dans|publie dans|filed under|posted in|tagged(?: with)?)(?: ?:|$).{0,150}$/,
  /^(?:article |billet )?(?:precedent|suivant)(?: ?:.*)?$|^(?:previous|next)(?: (?:post|article))?(?: ?:.*)?$|^[←→] .{0,120}$/,
  /^(?:©|\(c\)|copyright\b|tous droits reserves|all rights reserved)/,
  /^(?:retour (?:en haut|a l'accueil|au blog)|haut de page|back to (?:top|blog|home))$/,
  /^(?:nom|name|e-?mail|adresse (?:e-?mail|de messagerie)|site(?: web)?|website|commentaire|comment) ?\*?$/,
  /^(?:enregistrer mon nom|save my name|prevenez-moi|notify me|ce site utilise akismet|this site uses akismet)\b/,
  /^(?:envoyer|soumettre|submit|publier|laisser)(?: (?:le|un|mon) commentaire| comment)?$/,
];

/** How far from the end leftovers are looked for, in characters and in lines that are not empty. */
const TAIL = 6000;
const TAIL_LINES = 60;

interface TailLine {
  readonly text: string;
  readonly at: number;
}

/**
 * Where the leftovers of a web page begin that were copied along after an article: an offset into `source`, its length
 * where there are none. Nothing is taken for a leftover unless an article of some length stands before it, longer than
 * it, and no line after it is as long as a paragraph. Works on plain text and on Markdown, in constant time.
 */
export function leftoversAt(source: string): number {
  const lines = tailLines(source);
  const startOf = (index: number): number => lines[index]?.at ?? source.length;
  let cut = lines.length;
  while (cut > 0 && isOneOf(LAST_LINES, lines[cut - 1]!.text)) cut--;
  if (!followsArticle(startOf(cut), source)) cut = lines.length;
  let longest = 0;
  for (let i = cut - 1; i >= 0; i--) {
    const { text } = lines[i]!;
    const kind = LEFTOVERS.find(({ begins }) => isOneOf(begins, text));
    if (!kind) longest = Math.max(longest, text.length);
    else if (longest <= kind.longest && followsArticle(startOf(i), source)) cut = i;
  }
  return startOf(cut);
}

/** Characters of the shortest article that has leftovers. */
const MIN_ARTICLE = 400;

const followsArticle = (at: number, source: string): boolean =>
  at >= MIN_ARTICLE && at >= 2 * (source.length - at);

/** The last lines of a text, without the marks that Markdown sets around them. */
function tailLines(source: string): TailLine[] {
  let from = Math.max(0, source.length - TAIL);
  if (from > 0) from = source.indexOf('\n', from) + 1 || source.length;
  const lines: TailLine[] = [];
  for (const match of source.slice(from).matchAll(/\S.*/g)) {
    const text = match[0].replace(/^[#>*_+\- \t]+(?=[^\s#>*_+-])|[*_:\s]+$/g, '');
    lines.push({ text, at: from + match.index });
  }
  return lines.slice(-TAIL_LINES);
}

function isOneOf(patterns: readonly RegExp[], text: string): boolean {
  if (text.length > 200) return false;
  const folded = fold(text).replace(/\s+/g, ' ').trim();
  return patterns.some((pattern) => pattern.test(folded));
}
