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
    les champs obligatoires sont | leave a comment | leave your comment | post a comment | post your comment |
    write a comment | write your comment | add a comment | add your comment | leave a reply |
    leave a response | cancel reply | your email address will not be | your e-mail address will not be |
    your email will not be | required fields are marked`),
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
    ces articles pourraient | vous aimerez aussi | vous aimerez peut-etre | vous pourriez aussi aimer |
    vous pourriez aussi etre interesse | vous pourriez egalement aimer |
    vous pourriez egalement etre interesse | vous apprecierez aussi | cela devrait vous |
    cela pourrait vous | ca pourrait vous | related posts | related articles | related stories |
    similar posts | similar articles | similar stories | recommended posts | recommended articles |
    recommended stories | recent posts | recent articles | recent stories | popular posts |
    popular articles | popular stories | more posts | more articles | more stories | you may also like |
    you may also enjoy | you may also be interested | you might also like | you might also enjoy |
    you might also be interested | you may be interested | what to read next`),
  whole: phrases(`you may like | you might like | vous pourriez aimer | keep reading`),
};

/** Buttons to share and follow, links to read on. */
export const SHARE_AND_FOLLOW: BoilerplatePhrases = {
  begin: phrases(`
    a lire aussi | a lire egalement | lire aussi | lire egalement | a lire ensuite | sur le meme sujet | sur le meme theme | read also | read next |
    partager cet article | partager ce billet | partager cette page | partager sur | partager : |
    partagez cet article | partagez ce billet | partagez cette page | partagez sur | partagez : |
    share this | share on | share via | share : | suivez-nous | suivez-moi | follow us | follow me |
    abonnez-vous a | inscrivez-vous a la newsletter | inscrivez-vous a notre | subscribe to our |
    subscribe to my | subscribe to the newsletter | sign up for our | sign up for my |
    sign up for the newsletter`),
  whole: phrases(`
    partager | partagez | share | j'aime ca | like this | navigation de l'article |
    navigation des articles | post navigation`),
};

/** Links around an article, and notices of its site, if nothing but labels follows. */
export const AROUND: BoilerplatePhrases = {
  begin: phrases(`
    classe dans | publie dans | filed under | posted in | article precedent | article suivant |
    previous post | next post | previous article | next article | enregistrer mon nom | save my name |
    prevenez-moi | notify me | ce site utilise akismet | this site uses akismet`),
  whole: phrases(`
    publier le commentaire | post comment | submit comment | retour en haut | retour a l'accueil |
    haut de page | back to top | back to blog`),
};

/** Labels, fields of forms, single buttons and legal notices: boilerplate only beside other boilerplate. */
export const LABELS: BoilerplatePhrases = {
  begin: phrases(`
    tag : | tags : | mots-cles : | mots cles : | etiquettes : | categorie : | categories : | tagged |
    ← | → | © | copyright | tous droits reserves | all rights reserved`),
  whole: phrases(`
    nom | name | e-mail | email | adresse e-mail | adresse de messagerie | site | site web | website |
    commentaire | comment | envoyer | soumettre | submit | publier | precedent | suivant | previous |
    next | laisser un commentaire | read more`),
};

/** Words that lines of buttons consist of. */
export const BUTTONS: ReadonlySet<string> = new Set(
  phrases(`
    partager | share | tweet | tweeter | pin | pinterest | facebook | twitter | linkedin | whatsapp |
    email | e-mail | imprimer | print | reddit | telegram | instagram | google | google+ | pocket |
    tumblr | x | mastodon | bluesky`),
);
