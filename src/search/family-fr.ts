import { lazy } from '../algorithms/lazy.ts';
import { memoized } from '../algorithms/memoized.ts';
import { prefixesOf, stemFrench, suffixRules } from './stem-fr.ts';
import { listedVerbStem } from './verbs-fr.ts';

/**
 * The family of a French word: a verb, the action (`négociation`), the agent (`vendeur`), the manner (`rapidement`) have the
 * same one. Titles often use a noun where people search for the verb, so words of a family match, with less weight than
 * inflections.
 *
 * The suffixes are the productive ones of the grammars (Grevisse, “Le bon usage”, on derivation). They are removed only if
 * enough letters remain. Families whose stems differ are listed.
 */
export function familyOf(word: string): string {
  const stem = stemFrench(word);
  const listed = listedFamily(stem);
  if (listed) return listed[0]!;
  const single = word.endsWith('s') ? word.slice(0, -1) : word;
  for (const { suffix, replacement, least } of suffixes()) {
    const length = single.length - suffix.length;
    if (length < least || !single.endsWith(suffix)) continue;
    const verb = single.slice(0, length) + (replacement || 'er');
    // There are few verbs in -ir, and all are listed: `froissement` is of `froisser`.
    if (replacement === 'ir' && listedVerbStem(verb) === undefined) continue;
    const root = stemFrench(verb);
    return listedFamily(root)?.[0] ?? root;
  }
  return stem;
}

/**
 * Prefixes to scan: every word of the family of `word` starts with one of them, except for irregular forms of its verb. A
 * search for the noun does not mean these, and some are very frequent (`du` of `devoir`).
 */
export function familyPrefixes(word: string): readonly string[] {
  const family = familyOf(word);
  const listed = listedFamily(family);
  // Forms of a listed verb may differ in the last letter of its stem.
  if (listed) return listed.map((stem) => stem.slice(0, Math.max(3, stem.length - 1)));
  // `application` belongs to `appliqu`, `navigation` to `navigu`.
  if (family.length > 4 && family.endsWith('qu')) return [family, `${family.slice(0, -2)}c`];
  if (family.length > 4 && family.endsWith('gu')) return [family.slice(0, -1)];
  // A noun like `manager` has kept its -er, which its verb loses.
  return family.length > 4 && family.endsWith('er') ? [family.slice(0, -2)] : prefixesOf(family);
}

/** Suffixes, each with the ending of the verb, which is -er if none is given. */
const suffixes = lazy(() =>
  suffixRules(`
ification>ifier/2 isation>iser/3 cation>quer/3 gation>guer/3 ation/4 ition>ir/4 ition/4 ction>cter/3 ption>pter/3 ision>iser/4
usion>user/4 issement>ir/3 ement/4 cateur>quer/3 gateur>guer/3 ateur/4 atrice/4 euse/4 eur/4 issage>ir/4 age/5 ance/5 ence/5 ie/5
cable>quer/3 able/5 cant>quer/4 ant/5 ante/5
`),
);

/** Families whose words have different stems: a form of each word. */
const LISTS = `creer creation createur, inserer insertion, supprimer suppression, imprimer impression imprimante, corriger correction
correcteur, diriger direction directeur, proteger protection, construire construction constructeur, produire production producteur,
traduire traduction traducteur, reduire reduction, conduire conduite conducteur, lire lecture lecteur, ecrire ecriture,
ouvrir ouverture, fermer fermeture, vendre vente vendeur, acheter achat acheteur, choisir choix, payer paiement paye,
gerer gestion gestionnaire, recevoir reception, concevoir conception concepteur, definir definition, connecter connexion,
decrire description, inscrire inscription, souscrire souscription, transmettre transmission, permettre permission,
soumettre soumission, exprimer expression, comprimer compression, decider decision, prevoir prevision, etendre extension,
suspendre suspension, comprendre comprehension, naitre naissance, croitre croissance, connaitre connaissance,
reussir reussite, perdre perte, repondre reponse, attendre attente, defendre defense, suivre suite, poursuivre poursuite,
decouvrir decouverte, prouver preuve, louer location locataire loyer, jouer jeu joueur, dormir sommeil, courir course, mentir mensonge menteur,
offrir offre, rompre rupture, conclure conclusion, inclure inclusion, exclure exclusion, resoudre solution resolution,
distribuer distribution distributeur, attribuer attribution attribut, contribuer contribution, executer execution,
installer installation, mesurer mesure, embaucher embauche, economiser economie, deconnecter deconnexion, marier mariage,
heriter heritage heritier, deceder deces, signer signature, nommer nom, elire election electeur, rediger redaction redacteur,
interdire interdiction, cliquer clic, essayer essai, crediter credit, reflechir reflexion,
resider residence, negliger negligence, analyser analyse, allonger longueur, elargir largeur, eteindre extinction,
allumer lumiere luminosite, accroitre accroissement, apparaitre apparition, disparaitre disparition, intervenir intervention,
prevenir prevention, convenir convention, retenir retention, obtenir obtention, maintenir maintenance maintien, contraindre contrainte,
peindre peinture peintre, saisir saisie, recruter recrutement recruteur, partir depart, employer emploi, appuyer appui,
conquerir conquete, acquerir acquisition acquereur, fournir fourniture fournisseur, nourrir nourriture, couvrir couverture,
secourir secours, recourir recours, parcourir parcours, cueillir cueillette, convertir conversion, confondre confusion,
descendre descente, admettre admission, emettre emission, promettre promesse, omettre omission, detruire destruction,
instruire instruction, introduire introduction, nuire nuisance, cuire cuisson, restreindre restriction,
dissoudre dissolution, convaincre conviction, predire prediction, prescrire prescription, transcrire transcription,
extraire extraction extrait, soustraire soustraction, distraire distraction, percevoir perception, decevoir deception,
promouvoir promotion, reagir reaction, exiger exigence, abreger abreviation, batir batiment, punir punition, reunir reunion,
guerir guerison, trahir trahison, comparer comparaison, combiner combinaison, livrer livraison, incliner inclinaison,
adherer adhesion, diviser division, reviser revision, exploser explosion, obliger obligation, interroger interrogation,
deroger derogation, abroger abrogation, prolonger prolongation, allouer allocation, deposer depot, posseder possession,
succeder succession, conceder concession, acceder acces, ceder cession, agresser agression agresseur,
progresser progression progres, reprimer repression, virer virement, projeter projection, soigner soin, gagner gain,
temoigner temoignage temoin, juger jugement, nager natation, endommager dommage, publier publication,
certifier certification certificat, piquer piqure, vivre vie, justifier justification justificatif, boire boisson,
croire croyance, vaincre victoire, bloquer blocage, trier tri, soutenir soutien, entretenir entretien, negocier negoce,
etudier etude, beneficier benefice, licencier licence, remedier remede, injurier injure, gracier grace,
domicilier domicile, remercier merci, sacrifier sacrifice, differencier difference, distancier distance,
accentuer accent, statuer statut, fleurir fleur, bondir bond`;

/** The stems of listed families with a word that begins with `letters`, by each of their stems: all would take too long. */
const familiesFrom = memoized((letters): ReadonlyMap<string, readonly string[]> => {
  const lists = LISTS.split(/,\s+/).filter(
    (list) => list.startsWith(letters) || list.includes(` ${letters}`),
  );
  const families = lists.map((list) => list.split(/\s+/).map(stemFrench));
  return new Map(families.flatMap((stems) => stems.map((stem) => [stem, stems])));
});

/** The stems of the listed family that has `stem`, its main one first; undefined if it is not listed. */
const listedFamily = (stem: string): readonly string[] | undefined =>
  familiesFrom(stem.slice(0, 2)).get(stem);
