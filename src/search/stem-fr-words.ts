import type { IrregularWord } from './irregular.ts';

/**
 * Words that the rules of `stem-fr.ts` would shorten too much, as they seem to end like a verb. They are their own stem, with
 * or without the -s of the plural. Folded.
 */
export const KEPT: ReadonlySet<string> = new Set(
  `
acces avis bas bras cas choix colis compromis concours corps cours croix deces depens deux devis dos encours fois fonds
frais flux gros heros index jus lys mieux mois moins noix os paix palais pays poids pois prix proces progres puits
recours refus relais remords repas sens souris succes taux temps tapis tiers univers vers virus voix autobus campus bonus
focus bus processus consensus corpus cursus opus malus terminus stimulus cactus abus refus surplus lapsus tonus dessus
divers precis imprecis concis indecis pervers confus diffus obtus
absent accent accident adolescent agent apparent argent ascendant ciment client coefficient competent concurrent
conscient content continent contingent convent couvent decent dement deficient dent different diligent divergent
efficient element emergent equivalent evident excellent expedient frequent ingredient imminent impatient impertinent incident
inconvenient inconscient indecent indifferent indulgent ingredient innocent insuffisant intelligent intermittent
occident onguent opulent orient parent patient permanent pertinent precedent present president prudent recent recipient
referent resident serpent subsequent suffisant talent torrent transparent trident turbulent urgent vent violent
balai delai essai geai francais anglais mauvais japonais portugais irlandais ecossais
attrait bienfait forfait imparfait lait parfait portrait retrait souhait trait
enfant elephant infant diamant restaurant courant
affaire horaire salaire commentaire partenaire
ballon balcon baron beton blouson bonbon bouchon bouton boisson brouillon buisson camion canton carton caution champion
chanson chiffon citron cloison cochon combinaison comparaison conjugaison cordon coton coupon crayon cuisson dragon
echantillon electron environ faucon feuilleton flacon filon floraison frisson frisson galon garcon gazon glacon goudron
horizon hamecon horaison jambon jeton jupon lecon liaison lion livraison maison melon million menton moisson mouton neutron
oraison ourson paillon pantalon papillon pardon patron pavillon peloton pigeon pinson piston plafond poison poisson prison
raison rayon rebellion reunion saison salon sanction savon sermon sillon slogan station talon tampon terminaison ton
torchon tourbillon trahison unisson veston violon wagon avion region religion opinion union legion espion pion scion
facon son bon don mon
appetit audit bandit circuit conflit credit debit deficit delit depit detroit droit endroit esprit etroit exploit fortuit
fruit gratuit habit inedit nuit petit profit profit recit toit transit bruit huit
ami ennemi demi parti midi lundi mardi mercredi jeudi vendredi samedi abri appui autrui aujourdhui celui cri defi ennui
etui fourmi lui merci oui pli menu tissu contenu revenu individu inconnu absolu aigu contigu vertu tribu
avenir desir loisir plaisir soupir souvenir martyr tir
hiver fer mer ver cher amer enfer cancer leader manager dossier
rue vue lieue gris clair recours mairie coup licence mere site man aire visa echo gradient unite durant dur
`
    .trim()
    .split(/\s+/),
);

/** Words in -s whose -se is another word: `case` is not the feminine of `cas`. */
export const NOUNS_IN_S: ReadonlySet<string> = new Set(
  'cas pas bas bras fois mois pois poids repas temps'.split(' '),
);

/**
 * Irregular verbs: the stem, the forms from which no rule derives it, and after a slash the prefixes of compounds (a space
 * first: also no prefix). `*` stands for the endings of future and conditional, `~` for those of imperfect and participle.
 */
const VERBS = `
ven: vien viens vient viennent vienne viennes vins vint vinrent venu viendr* /  re de par sur inter con pre pro sou sub circon
ten: tien tiens tient tiennent tienne tiennes tint tinrent tenu tiendr* /  re de main con ob sou appar entre abs
prend: pren prends prenons prenez prennent prenne prennes pris prise prises prit prirent pren~ /  ap com re sur entre me
mett: met mets mis mise mises mit mirent mettre mettr* /  ad com e o per pro re sou trans entre compro
batt: bat bats battre battu battr* /  com de a re
ecri: ecris ecrit ecrite ecrits ecrites ecrire ecriv ecrivez ecrivons ecrivent ecrive ecrivit ecrir* ecriv~ /  d re
scri: scris scrit scrite scrits scrites scrire scriv scrivez scrivons scrivent scrive scrir* scriv~ / in pre pro sou tran circon retran
lis: li lit lire lus lu lue lues lut lisent lise lises lisez lisons lir* lis~ /  re e
dis: dit dite dites dits dire disent dise dises disez disons dir* dis~ /  re pre contre me mau inter
duis: duit duite duits duites duire duisent duise duisez duisons duir* duis~ / con pro re intro se tra de in repro copro
struis: struit struite struits struites struire struisent struise struisez struisons struir* struis~ / con recon de in
suiv: suit suivre suivi suivie suivis suivies suive suivent suivez suivons suivr* suiv~ /  pour en
viv: vis vit vivre vecu vecue vecus vecues vivr* /  re sur
croi: crois croit croire croient croie croy croyez croyons cru crue crus crues croir* croy~
boi: bois boit boire boivent boive buvez buvons bu bue bus bues boir* buv~
voi: vois voit voir voient voie voies voy voyez voyons vu vus vues verr* voy~ /  re entre pre
voi: vue vues / pre
recev: recoi recois recoit recoivent recoive recoives recevoir recu recue recus recues recut recevr*
percev: percoi percois percoit percoivent percoive percevoir percu percue percus percues percevr* /  a
concev: concoi concois concoit concoivent concoive concevoir concu concue concus concues concevr*
decev: decoi decois decoit decoivent decoive decevoir decu decue decus decues decevr*
dev: doi dois doit doivent doive doives devoir du dus due dues devez devons devr* dev~
pouv: peux peut peuvent puisse puisses puissent puissions puissiez pouvoir pu put pourr*
voul: veux veut veulent veuille veuillez vouloir voudr*
sav: sai sais sait sache saches sachent sachons sachez sachant savoir su sus sue sues saur*
val: vaux vaut valent vaille vailles vaillent valoir valu vaudr* /  equi re pre
fais: fai fait faits faite faites font faire fasse fasses fassent fassiez fit firent faisons fer* fais~ /  re de satis contre
plais: plait plaire plaisent plaise plu plair* plais~ /  de com
av: ai as a ont avoir aie aies ait aient ayons ayez ayant eu eue eus eues avons avez avais avait avaient aur*
etre: etre suis es est sommes etes sont sois soit soient soyons soyez ete fut furent ser* et~
all: va vais vas vont aille ailles aillent aller allez allons alle allee alles allees ir* all~
courr: courent courir couru courue courus coure courons courez courr* cour~ /  par ac con dis en re se
mour: meurs meurt meurent meure mourir mort morte morts mortes mourr*
ouvr: ouvert ouverte ouverts ouvertes ouvrir ouvre ouvrent ouvrez ouvrons ouvrir* ouvr~ /  c dec rec entr re
offr: offert offerte offerts offertes offrir offrent offrez offrons offrir* offr~ /  s
connait: connait connais connaissent connaisse connaisses connaissons connaissez connaitre connu connue connus connues connaitr* connaiss~ /  re me
parait: parait parais paraissent paraisse paraissons paraissez paraitre paru parue parus parues paraitr* paraiss~ /  ap com dis re trans
nait: nait nais naissent naisse naitre nes nees naitr* naiss~ /  re
craind: crains craint crainte craints crainre craindre craignent craigne craignez craignons craindr* craign~
plaind: plains plaint plainte plaints plaindre plaignent plaigne plaignez plaignons plaindr* plaign~
teind: teins teint teinte teints teindre teignent teigne teindr* teign~ /  at e de res
peind: peins peint peinte peints peintes peindre peignent peigne peindr* peign~ /  de re
joind: joins joint jointe joints jointes joindre joignent joigne joignez joignons joindr* joign~ /  re dis ad con en
resoud: resous resout resolvent resolve resolvons resoudre resolu resolue resolus resolues resoudr* resolv~
quer: quier quiers quiert quierent quiere querir quis quise quises quit querr* / ac con re en
detruis: detruit detruite detruits detruites detruire detruisent detruise detruir* detruis~
traind: trains traint trainte traints traintes traindre traignent traigne traindr* traign~ / con
streind: streins streint streinte streints streindre streignent streigne streindr* streign~ / re a
dort: dors dorment dorme dormir dormons dormez dormi dormir* dorm~ /  en
sert: sers servent serve servir servons servez servi servie servis servies servir* serv~ /  des
envoi: enverr* /  r
cueill: accueil recueil
romp: rompt rompre rompu rompue rompus rompr* /  cor inter
clu: clure clut clus clue clues cluse cluses cluent cluons cluez clur* clu~ / con in ex oc
ag: agit agis agir agi agie agissent agisse agissez agissons agir* agiss~ /  re inter
suffis: suffit suffire suffi suffisante suffisantes suffir* suffis~
jet: jette jettent jettes jetter* /  re pro
pay: paie paies paient paier*
extrai: extrait extraits extraite extraites extraire extraient extrair* extray~
`;
const FUTURE = 'ai as a ons ez ont ais ait ions iez aient'.split(' ');
const IMPERFECT = 'ais ait ions iez aient ant'.split(' ');

/** Verbs in -ier, without this ending. Other words in -ier are nouns and adjectives, and keep it. */
const VERBS_IN_IER = new Set(
  `affil all amnist anem appar apprec appropr armor asphyx assoc avar balbut benefic calomn charr circonstanc color commun concil
conged contrar conv cop cr decr ded del demultipl dep deprec dev differenc disgrac dissoc distanc domicil env ep estrop
etud excommun exped expropr gra grac humil incend ingen init injur instanc irrad l licenc man mar mend multipl n negoc obv oubl
pall par parod photocop pl pr privileg publ rad rall rapatr reappropr reconcil recop reetud reexped refug rel remar remed remerc
renegoc ren renv repertor repl repud resil salar sc sk souc spol suppl telecop tr var`.split(/\s+/),
);

/** Whether a word in -ier is the infinitive of a verb. All words in -fier and -phier are, except those in -ffier. */
export const isVerbInIer = (word: string): boolean =>
  VERBS_IN_IER.has(word.slice(0, -3)) || /(?:[^f]f|ph)ier$/.test(word);

/** Other words with irregular forms: the first form is the stem. */
const OTHERS = `oeil yeux, courant courants courante courantes, absolu absolus absolue absolues,
finir finit finis fini finie finies, beau bel belle belles beaux, nouveau nouvel nouvelle nouvelles nouveaux,
vieux vieil vieille vieilles, fou fol folle folles fous, doux douce douces, faux fausse fausses,
roux rousse rousses, long longs longue longues, blanc blancs blanche blanches, franc francs franche franches,
sec secs seche seches, frais fraiche fraiches, public publics publique publiques, grec grecs grecque grecques,
favori favoris favorite favorites, bref brefs breve breves, neuf neufs neuve neuves, jaloux jalouse jalouses,
epoux epouse epouses, noyau noyaux, tuyau tuyaux, joyau joyaux, mal maux, tel tels telle telles,
nul nuls nulle nulles, vrai vrais vraie vraies, lier lie lies liee liees lient liant, travail travaux, bail baux,
vitrail vitraux, corail coraux, email emaux, emploi emplois, loi lois, foi, roi rois, monsieur messieurs,
madame mesdames, jeu jeux, feu feux, lieu lieux, dieu dieux, tout tous toute toutes, quel quelle quels quelles,
an ans, bon bons bonne bonnes, gros grosse grosses, gras grasse grasses, bas basse basses, las lasse lasses,
net nets nette nettes, nom noms`.split(/,\s+/);

/** A row of `VERBS`. */
interface Verb {
  readonly stem: string;
  readonly forms: readonly string[];
  readonly prefixes: readonly string[];
}

let verbs: readonly Verb[] | undefined;

const parseVerbs = (): readonly Verb[] =>
  VERBS.trim()
    .split('\n')
    .map((row) => {
      const [stem = '', forms = '', prefixes = ''] = row.split(/: | \/ ?/);
      return { stem, forms: forms.split(' '), prefixes: prefixes.split(' ') };
    });

/**
 * The irregular words of which a form or the stem begins with `letters`. Of two that share a form, the one that owns it comes
 * first.
 *
 * @param finish  the last step of regular stemming, which stems of verbs need too
 */
export function irregularWords(letters: string, finish: (stem: string) => string): IrregularWord[] {
  verbs ??= parseVerbs();
  const begins = (word: string): boolean => word.startsWith(letters);
  const found = OTHERS.filter((row) => begins(row) || row.includes(` ${letters}`)).map((row) => {
    const forms = row.split(' ');
    return { stem: forms[0]!, forms };
  });
  for (const { stem, forms, prefixes } of verbs)
    for (const prefix of prefixes) {
      const isMeant = (word: string): boolean => begins(prefix + word);
      if (prefix.length < letters.length ? !isMeant(stem) && !forms.some(isMeant) : !begins(prefix)) continue;
      const own = forms.flatMap(inflected).map((form) => prefix + form);
      found.push({ stem: finish(prefix + stem), forms: own.filter((form) => !KEPT.has(form)) });
    }
  return found;
}

function inflected(form: string): readonly string[] {
  const endings = form.endsWith('*') ? FUTURE : form.endsWith('~') ? IMPERFECT : undefined;
  return endings ? endings.map((ending) => form.slice(0, -1) + ending) : [form];
}
