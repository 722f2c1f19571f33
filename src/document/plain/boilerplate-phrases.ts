/** Phrases of web pages after their articles, folded: in lower case, without accents, with straight apostrophes. */
export interface BoilerplatePhrases {
  /** Phrases that lines begin with. */
  readonly begin: readonly string[];
  /** Phrases that are whole lines. */
  readonly whole: readonly string[];
}

const phrases = (list: string): string[] => list.trim().split(/\s*\|\s*/);

/** A comment form and its instructions. */
export const COMMENT_FORM: BoilerplatePhrases = {
  begin: phrases(`
    laisser un commentaire | laissez un commentaire | poster un commentaire | ecrire un commentaire |
    ecrivez un commentaire | ajouter un commentaire | ajoutez un commentaire | publier un commentaire |
    laisser votre commentaire | laissez votre commentaire | laisser une reponse | laissez une reponse |
    repondre a cet article | reagir a cet article | annuler la reponse |
    votre adresse e-mail ne sera pas | votre adresse email ne sera pas | votre adresse mail ne sera pas |
    votre adresse de messagerie ne sera pas | votre e-mail ne sera pas | votre email ne sera pas |
    les champs obligatoires | leave a comment | leave your comment | post a comment | post your comment |
    write a comment | write your comment | add a comment | add your comment | leave a reply |
    leave a response | cancel reply | your email address will not be | your e-mail address will not be |
    your email will not be | required fields`),
  whole: phrases(`aucun commentaire | no comments | # commentaire | # commentaires | # comment | # comments`),
};

/** Links to other articles, perhaps each with a sentence of it. */
export const RELATED_ARTICLES: BoilerplatePhrases = {
  begin: phrases(`
    articles similaires | billets similaires | autres articles similaires | articles connexes |
    billets connexes | autres articles connexes | articles relatifs | billets relatifs |
    autres articles relatifs | articles lies | billets lies | autres articles lies | articles associes |
    billets associes | autres articles associes | articles recents | billets recents |
    autres articles recents | articles recommandes | billets recommandes | autres articles recommandes |
    articles sur des sujet | articles sur des sujets | articles sur le meme | autres articles sur |
    d'autres articles sur | articles dans la meme categorie | articles qui pourraient |
    ces articles pourraient | vous aimerez aussi | vous aimerez peut-etre | vous pourriez aussi |
    vous pourriez egalement | vous pourriez aimer | vous apprecierez aussi | cela devrait vous |
    cela pourrait vous | ca pourrait vous | related posts | related articles | related stories |
    related reading | similar posts | similar articles | similar stories | similar reading |
    recommended posts | recommended articles | recommended stories | recommended reading | recent posts |
    recent articles | recent stories | recent reading | popular posts | popular articles |
    popular stories | popular reading | more posts | more articles | more stories | more reading |
    you may also | you might also | you may like | you might like | you may be interested | keep reading |
    what to read next`),
  whole: [],
};

/** Buttons to share and follow, links to read on. */
export const SHARE_AND_FOLLOW: BoilerplatePhrases = {
  begin: phrases(`
    a lire aussi | a lire egalement | lire aussi | lire egalement | voir aussi | voir egalement |
    a lire ensuite | sur le meme sujet | sur le meme theme | read also | read next |
    partager cet article | partager ce billet | partager cette page | partager sur | partager : |
    partagez cet article | partagez ce billet | partagez cette page | partagez sur | partagez : |
    share this | share on | share via | share : | suivez-nous | suivez-moi | follow us | follow me |
    abonnez-vous a | inscrivez-vous a la | inscrivez-vous a notre | subscribe to | sign up for`),
  whole: phrases(`
    partager | partagez | share | j'aime ca | like this | navigation de l'article |
    navigation des articles | post navigation`),
};

/** Boilerplate only if nothing else follows: form fields, labels, notices, single buttons. */
export const LAST_LINES: BoilerplatePhrases = {
  begin: phrases(`
    tag : | tags : | mots-cles : | mots cles : | etiquettes : | categorie : | categories : | classe dans |
    publie dans | filed under | posted in | tagged | article precedent | article suivant | previous post |
    next post | previous article | next article | ← | → | © | copyright | tous droits reserves |
    all rights reserved | enregistrer mon nom | save my name | prevenez-moi | notify me |
    ce site utilise akismet | this site uses akismet`),
  whole: phrases(`
    nom | name | e-mail | email | adresse e-mail | adresse de messagerie | site | site web | website |
    commentaire | comment | envoyer | soumettre | submit | publier | precedent | suivant | previous |
    next | laisser un commentaire | publier le commentaire | post comment | submit comment |
    retour en haut | retour a l'accueil | haut de page | back to top | back to blog | read more`),
};

/** Words that lines of buttons consist of. */
export const BUTTONS: ReadonlySet<string> = new Set(
  phrases(`
    partager | share | tweet | tweeter | pin | pinterest | facebook | twitter | linkedin | whatsapp |
    email | e-mail | imprimer | print | reddit | telegram | instagram | google | google+ | pocket |
    tumblr | x | mastodon | bluesky`),
);
