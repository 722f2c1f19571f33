import { describe, expect, it } from 'vitest';
import { formsOf, Kinship, kinshipWith, stemPrefixes } from '../../../src/search/stem.ts';
import { stemEnglish } from '../../../src/search/stem-en.ts';
import { stemFrench } from '../../../src/search/stem-fr.ts';

const words = (line: string): string[] => line.trim().split(/\s+/);
const rows = (text: string): string[] => text.trim().split('\n');

/** Forms of French verbs, folded, the infinitive first. */
const VERBS = `
desirer desire desirait desirais desirera desirons desirez desira desirerent desirant desiree desirions
soupirer soupire soupirait soupira soupirera soupirions
admirer admire admirait admirons admira admirera admirees
tirer tire tirait tirez tira tirera tirerait tiraient tiree
virer vire virait vira virera virons
respirer respire respirait respirons respirera respirent
inspirer inspirait inspira inspirera inspires
attirer attirait attira attirera attirons
retirer retirait retirera retire retirez
prefere preferer preferait preferera preferons prefera preferees
generer genere generait genererait generons genera generees
trouver trouvames trouvates trouvat trouvasse trouvassions trouverent trouvions trouviez
manger mangea mangeait mangeons mangions mangeames mangeat mangera
vouloir veux veut voulons veulent voulait voulut voulurent voulus voulumes voulu voulue voudra voudrait veuille veuillez voulussent
connaitre connais connait connaissons connaissait connut connurent connus connumes connu connue connaitra connaisse connussent
courir courons courent courait courut coururent courumes couru courue courra courrait coure courussent
falloir faut fallait fallut fallu faudra faudrait
appuyer appuie appuies appuient appuyons appuyait appuya appuiera appuierait appuye
essuyer essuie essuient essuyons essuyait essuya essuiera essuyees
essayer essaie essaye essayait essaiera essayera essayons
produire produis produit produisons produisait produisit produisirent produira produise produite
conduire conduis conduit conduisons conduisait conduisit conduira conduise conduites
souffrir souffre souffrons souffrait souffrit souffrirent souffert soufferte souffrira souffrant
craindre crains craint craignons craignait craignit craignirent craindra craigne crainte
suffire suffis suffit suffisent suffisait suffira suffise suffisant suffisante suffirent
venir viens vient venons viennent venait vint vinrent vinmes venu venue viendra vienne vinsse vinssent
tenir tiens tient tenons tiennent tenait tint tinrent tenu tenue tiendra tienne
prendre prends prend prenons prennent prenait prit prirent prise prendra prenne prisse
mettre mets met mettons mettent mettait mit mirent mise mettra mette missent
battre bats bat battons battait battit battu battra
ecrire ecris ecrit ecrivons ecrivait ecrivit ecrivirent ecrite ecrira ecrive
decrire decris decrit decrivait decrivit decrivirent decrite decrira
inscrire inscrit inscrivez inscrivait inscrivit inscrira inscrites
dire disons dites disent disait dirent dite dira dise
suivre suit suivons suivait suivit suivirent suivi suivie suivra suive
vivre vivons vivait vecut vecurent vecu vecue vivra vivent
croire crois croit croyons croient croyait crut crurent cru croira croyant
croitre croissait croissons croitra croisse
accroitre accrois accroit accroissait accrut accru accroitra
boire boit buvons boivent buvait but burent bu boira boive
voir vois voit voyons voient voyait virent vu verra voie
prevoir prevoit prevoyait previt previrent prevu prevoira prevoie
recevoir recois recoit recevons recoivent recevait recut recurent recu recevra recoive
apercevoir apercoit apercevait apercut apercu apercevra
devoir dois doit devons doivent devait durent devra doive
pouvoir peux peut pouvons peuvent pouvait put purent pu pourra puisse
savoir sais sait savez savent savait sut surent su saura sache sachant
valoir vaut valent valait valut valu vaudra vaille
faire fais fait faisons font faisait fit firent fera fasse faites faite
plaire plait plaisent plaisait plut plaira plaise
aller vais va vont allons allait alla allerent ira aille
avoir ai as avons ont avait eut eurent aura ait ayant
etre suis es est sommes etes sont etait fut furent sera soit fussent
mourir meurs meurt mourons mourait mourut moururent mort mourra meure
ouvrir ouvre ouvrons ouvrait ouvrit ouvrirent ouvert ouverte ouvrira
offrir offre offrait offrit offert offertes offrira
couvrir couvrait couvrit couvert couvrira couvre
paraitre parait paraissait parut parurent paru paraitra
naitre nait naissait naquit naquirent naitra nee naisse
peindre peint peignait peignit peindra peinte
joindre joint joignait joignit joindra jointe
resoudre resout resolvait resolut resolu resoudra
coudre coud cousait cousit cousu coudra
conquerir conquiert conquerait conquit conquerra conquise
dormir dort dorment dormait dormit dormirent dormi dormira
servir sert servent servait servit servi servira
partir pars part partent partait partit partirent partira
sortir sors sort sortent sortait sortit sortira sortie
mentir mens mentent mentait mentit menti mentira
sentir sent sentent sentait sentit senti sentira
vetir vet vetu vetait vetira
fuir fuit fuyait fuirent fuira fuyant
vaincre vainc vainquait vainquit vaincu vaincra
rompre rompt rompait rompit rompu rompra
conclure conclut concluait conclu conclura conclurent
rire rit riait rira rions
cueillir cueille cueillait cueillit cueilli cueillera
emouvoir emeut emeuvent emouvait emut emu emouvra
finir finis finit finissons finissait finirent finimes finira finisse finie
grandir grandit grandissait grandirent grandira grandie
rendre rend rendons rendait rendit rendirent rendu rendra rende
perdre perd perdait perdit perdirent perdu perdra
agir agit agissait agirent agira agissant
reagir reagit reagissait reagira
envoyer envoie envoyait enverra envoya envoyez
aimer aime aiment aimait aimerent aima aimera
consommer consomme consomment consommait consomma
enchanter enchante enchantait enchanta
embrasser embrasse embrassait embrassa embrassent
apaiser apaise apaisait apaisa
demeurer demeure demeurait demeura
baser base basait
nier nie niait niera nions
rester resta restait restera restent
referer refere referez
porter porte portait porta
tuer tue tuait tua tuera
creer cree creait crea creerait creant
user use usait usa usera
`;

/** Forms of nouns and adjectives, folded. */
const NOUNS = `
vif vive vifs vives
actif active actifs actives
bref breve brefs breves
neuf neuve neufs neuves
veuf veuve
mou mol molle mous molles
fou fol folle fous
turc turque turcs turques
grec grecque grecs grecques
public publique publics publiques
caduc caduque
blanc blanche
sec seche
heureux heureuse heureuses
jaloux jalouse
naturel naturelle naturels naturelles
ancien ancienne anciens anciennes
breton bretonne bretons bretonnes
muet muette muets muettes
beau belle bel beaux belles
vieux vieille vieil vieilles
nouveau nouvelle nouvel nouveaux
jumeau jumelle jumeaux
francais francaise francaises
mauvais mauvaise mauvaises
bourgeois bourgeoise bourgeoises
marnais marnaise marnaises
gentil gentille gentils
epais epaisse epaisses
boulanger boulangere boulangers boulangeres
etranger etrangere etrangers
candidat candidate candidats candidates
different differente differents
parfait parfaite parfaits
createur creatrice
tomate tomates
pirate pirates
democrate democrates
achat achats
region regions
passion passions
mission missions
decision decisions
question questions
portion portions
jeton jetons
chaton chatons
forgeron forgerons
classe classes
programme programmes
drame drames
energie energies
avenue avenues
cheveu cheveux
cas
`;

const ENGLISH = `
travel travels travelled traveled travelling
enrol enroll enrolled enrolls enrolling
control controlled controlling controls
fuel fuelled fueled
bluff bluffed bluffing
add added adding
lens lenses
analysis analyses
knife knives
die died dying
panic panicked panicking
trek trekked
freeze froze frozen
drink drank drunk
seek sought
shrink shrank shrunk
swear swore sworn
forgive forgave forgiven
undertake undertook undertaken
overwrite overwrites overwrote overwriting overwritten
override overrides overrode overriding overridden
rebuild rebuilt rebuilding
undo undid undone undoing
redo redid redone
rerun reran rerunning
rewrite rewrote rewritten
withhold withheld
misunderstand misunderstood
parenthesis parentheses
synthesis syntheses
diagnosis diagnoses
axis axes
radius radii
person people
datum data
self selves
`;

/** Similar French words that are not forms of one word. */
const APART = `
desirer desister
generer gener
conferer confier
fraise frais
fraise fraiser
suis suivre
voler voulut
fin finir
jouer jouir
mur murir
vent vente
lama lame
soda sode
fils filer
mars mare
gens gener
legs leger
bois boire
case cas
caser cas
file fil
porte port
porter port
course cours
devise devis
reine rein
couper coup
important importer
bases bas
visa viser
ville villa
goutte gout
mission mettre
permissions permettre
passion passer
partie partir
nuit nuire
souris sourire
cours courir
union unir
ecrier ecrire
coude coudre
manga manger
anglais angle
planche plan
`;

const isFound = (one: string, two: string): boolean =>
  stemPrefixes(one).some((prefix) => two.startsWith(prefix)) || formsOf(one).includes(two);

function expectKin(forms: readonly string[], stem: (word: string) => string): void {
  for (const one of forms)
    for (const two of forms) {
      expect(stem(two), `${one} ${two}`).toBe(stem(one));
      if (one.length > 2) expect(kinshipWith(one)(two), `${one} ${two}`).toBe(Kinship.inflection);
      expect(one === two || isFound(one, two), `${two} is found for ${one}`).toBe(true);
    }
}

describe('inflections', () => {
  it.each(rows(VERBS))('of verbs share a stem: %s', (line) => expectKin(words(line), stemFrench));
  it.each(rows(NOUNS))('of nouns and adjectives share a stem: %s', (line) =>
    expectKin(words(line), stemFrench),
  );
  it.each(rows(ENGLISH))('of English words share a stem: %s', (line) => expectKin(words(line), stemEnglish));

  it.each(rows(APART))('do not meet those of another word: %s', (line) => {
    const [one = '', two = ''] = words(line);
    expect(stemFrench(one)).not.toBe(stemFrench(two));
  });
});
