/**
 * Stems of French verbs of which endings do not tell enough. The 1st conjugation, with stems that seem to end like another
 * one (`désir`: `désirait` is no conditional), in a vowel, in -m (`aiment` is no adverb) or are short; and all verbs of the
 * 2nd conjugation and of those in -dre. The rules of `stem-fr.ts` do for other verbs in -er; `irregular-fr.ts` lists the
 * rest. Folded.
 *
 * Lists stay text, in which a word is searched between spaces: making sets of them takes longer than most searches.
 */
const list = (text: string): string => ` ${text.trim().replace(/\s+/g, ' ')} `;

/** Verbs in -er, by the last letters of their stems, which are left out. */
const FIRST = Object.entries({
  ir: `a ad adm affa appa asp att bla c chav consp dech del des det dev ecla emp empouvo enc enfo entradm et exp fla
    fo gla insp m mo persp repa resp so soup sout surv t transp trev v`,
  er: `a ac accel aci adh adult aff agglom alt arri av barri blat camemb cog comm conf confed conglom consid coop
    deblat decel decol deconsid def degen delib depoussi desa desaci desagglom desalt desesp desincarc desins diff
    dig dilac empoussi encol enst enum esp evisc exag exasp exon exub exulc faub fed g gal gen incarc incin indiff
    inf infog ing ins interf invet it lac legif lib lis mac mani mis mod ob oblit obtemp op persev pestif pond
    pref prof prolif prosp recup ref refrig remun rep rev reverb sid sugg teleop temp tol transf translitt
    transverb ulc ven vitup vocif`,
  i: `abr abrev affil all amnist amod analges anem anesthes apostas appar apprec appropr armor asphyx assoc autops
    avar balbut benefic biops calomn car ch charr chat circonstanc color commun conch concil conged contrar conv
    cop cr decr ded dedifferenc defol del demar demultipl den depar depatr depl deprec desaffil desappar
    desintermed dev differenc different disgrac dissoc distanc domicil ecr em emac enl env ep epout equarr escoff
    estrop etud euthanas excommun excor exfol exp expatr exped expropr extas f fase gabar grac histor humil
    hypostas incend indulgenc ingen init injur instanc interfol intermed inventor irrad l licenc man mar mend
    mesall multipl n negoc obv octav offic oubl pall par parano parod pep photocop pl plag planche polycop pr
    prejudic privileg prosod psalmod publ quintessenc rad rall rapatr rappar rappropr rassas razz refug remed
    remerc rempl rengrac renv repertor repud resil salar sc ser sk souc spol stipend str subsid suppl supplic surl
    telecop tr transsubstant var vic`,
  u: `abl accent acco affl afflo allo amado atten attrib avo bafo boss clo coevol comm confl consp constit contin
    contrib declo decr degl dejo den deno depoll desaccent desallo desavo desecho desemb desengl desenro deshabit
    desobstr destit deval devo dil dimin discontin distrib do eberl ebo ebro echo ecob ecro effect el emb embo
    enclo engl engo enjo eno enro etern evac eval evert evol exten fl flo fluct fro grad h habit ho individ infat
    infl insin instit jo lo m n no obstr p perpet poll ponct prostit r rabro renflo ress restit retrib ro s sal
    seco sin sit solifl stat substit sureval surjo surlo t tato tet to tonitr transm tro vo`,
  oy: `ab apit aterm av blanch blond born br carr ch charr chat conv corr cot coud cout degrav den depl dev empl enn
    env epl fest flamb foss foudr fourv gib gross guerr hongr joint larm louv merd moinss n nett octr ond paum pl
    pluss poudr rempl renv rouge rud soud tourn tut verd vouss vouv`,
  ay: `bal beg br debl debr defr del der desembr desenr dr effr eg embr enr er ess et fr l monn p pag prep r rembl
    rentr ress surp zez`,
  uy: `app desenn enn ess rapp ress`,
  ey: `abr brass cap fas grass langu voll`,
  e: `agr b cap cocr congr cr degr delin enucl gr gu maugr nucl procr r ragr suppl tor`,
  m: `abi accla accoutu affa affer affir ai alar allu amalga anagram ani apata approxi ar arri assom assu autoprocla
    bitu bla blasphe bou bra bri bru ca cal car char chau chi chlorofor cho chro chrou cla clairse coani compri
    confir confor consom consu costu cra cre da dechau dechro deci decla decompri defor deger degom delegiti denom
    deplu depri deprogram dera desa desaccoutu desar desarri desenflam desenfu desenrhu desenveni deseta desinfor
    desqua dezoo diaphrag diffa diffor diplo diri echau eci ecre ecu eger eli embau embru empal empau emplu encrou
    enfer enflam enfu enga engom enrhu ensi enta enthousias enveni escri essai esti eta excla exhu expri fantas
    fer fil for fri fu gem gendar ger gom gri grou hu impri infir infor inhu inti la legiti li malfor mesesti
    mesinfor mi microfil millesi napal nom nor oppri pa pal parfu parse pau perfor peri pi plu pom prefor prenom
    presu pri procla program ra raccoutu rallu rani redi remplu renfer renflam renta renveni resse resu reta rhu
    ri ryth se sla slalo som spam subli subsu suppri surar surcompri surconsom suresti surexpri surnom surse
    terrafor thermofor to tra transfor transhu tri vidi zoo`,
  ass: `am avoc bav br brouill brum c caden caill ch cl co comp conc cr crev cro cuir dam debarr decaden decarc decl
    decr decul degueul del dep desencr echal ecriv embarr embr ench encr enli ent escag estram estrap fin frac
    fric grogn har intercl jac l m matel n outrep p pleuv pot pourch prel ram rapet ress rev s surcl surp t tab
    terr tourn trac train trep`,
  ais: `ap arch b bi br ebr pun`,
  ant: `ench desench impl suppl transpl pl epouv ensangl plais expl`,
  eur: `dem ap affl effl eco`,
  '': `ax os ot us`,
}).map(([last, begins]) => ({ last, begins: list(begins) }));

const SECOND = list(`
abasourd abet ablat abol abreag abrut accalm accompl accouard accourc accroup adouc affad affaibl affaineant afferm
affol affranch ag agrand aguerr ahur aigr alleg alourd alun ameubl aminc amoindr amoll amort aneant anobl aplat
appauvr appesant applaud approfond arrond assain asserv assombr assort assoup assoupl assourd assouv assujett attendr
atterr avert aveul avil bann barr bat ben blanch blem bleu blond blott bond bouff brun calm chanc chauv cher chois
compat con convert crep cron croup debat debleu defin defleur degarn degauch deglut degourd degross deguerp demol
demun denant deper depol deraid derond deroug desassort desengourd desinvest desobe dessert desun divert douc durc
ebah eblou eclairc effleur elarg eleg embell embout embrun empl encher endolor endurc enfou englout engourd enlaid
ennobl enorgueill enrich ensevel envah envieill epaiss epanou epout etabl etourd etrec evanou faibl farc fin flech
fletr fleur forc fou fourb fourn fraich franch frem froid garant garn gauch gaud gem glap glat grand grav gross guer
ha henn honn hourd impart inflech interag intervert invert invest jaill jaun jou langu lot maigr mat meg meurtr moit
moll mug mun nant noirc nord nourr obe obscurc ourd pal pat per pervert petr pol pourr premun pun rabonn rabougr
raccourc racorn radouc rafferm ragaillard ragrand raid rajeun ralent ramoll ranc rass rassort rav ravil reg rempl
rencher repart resplend ressais ressort ressurg retabl retrec retroag reuss roid rond ros rot rou roug rouss roust rug
sais sal saur serfou sert sev sort sub subvert sur surg tap tar tart tern terr tied trah trans travest un verd vern
vieill vom vromb
`);

/** Verbs in -re that have all other letters in every form. */
const THIRD = list(`
vend surv rend tend attend entend pretend detend etend distend survend fend defend pourfend pend depend suspend append
descend condescend epand repand fond confond morfond parfond pond correspond tond mord demord tord distord perd romp
corromp interromp detord
`);

const words = (text: string): string[] => text.split(' ');

/** Endings of all conjugations, and of the future and conditional, without the vowel before their r. */
const COMMON = words('e es ent ons ez ais ait ions iez aient ant ante ants antes');
const FUTURE = words('ra rai ras rez ront rons rait rais raient rions riez');
const MUTE = ['e', 'es', 'ent', 'er', ...FUTURE.map((ending) => `e${ending}`)];
const FIRST_ENDINGS: ReadonlySet<string> = new Set([
  ...[...MUTE, ...COMMON],
  ...words('ee ees a ai as at ames ates asse asses assent assions assiez erent'),
]);
/** Endings of stems in -oy, -ay and -uy before which they have an i. So does the noun, which has none (`essai`). */
const AFTER_I: ReadonlySet<string> = new Set(['', 's', ...MUTE]);
/** Endings after the -i- of the 2nd conjugation. */
const SECOND_ENDINGS: ReadonlySet<string> = new Set([
  ...['', 'e', 's', 'es', 't', 'r', 'mes', 'tes', 'rent', ...FUTURE],
  ...COMMON.map((ending) => `ss${ending}`),
]);
const THIRD_ENDINGS: ReadonlySet<string> = new Set([
  ...['', 's', 're', ...FUTURE, ...COMMON],
  ...words('u ue us ues is it imes ites irent isse isses issent issions issiez'),
]);
const LONGEST_ENDING = 7;

/** All verbs in -fier and -phier are of the 1st conjugation, except those in -ffier, which are nouns. */
const ENDS_IN_FI = /(?:[^f]f|ph)i$/;

const isFirst = (stem: string): boolean =>
  ENDS_IN_FI.test(stem) ||
  FIRST.some(
    ({ last, begins }) =>
      stem.endsWith(last) && begins.includes(` ${stem.slice(0, stem.length - last.length)} `),
  );

/** The stem of the listed verb that has a form of `begin` and `ending`; undefined if there is none. */
function conjugated(begin: string, ending: string): string | undefined {
  // Nouns in -phe are of the same family: `orthographe`.
  if (FIRST_ENDINGS.has(ending) && isFirst(begin)) return begin.endsWith('phi') ? begin.slice(0, -1) : begin;
  if (THIRD_ENDINGS.has(ending) && THIRD.includes(` ${begin} `)) return begin;
  if (!begin.endsWith('i')) return undefined;
  const before = begin.slice(0, -1);
  if (SECOND_ENDINGS.has(ending) && SECOND.includes(` ${before} `)) return begin;
  return AFTER_I.has(ending) && isFirst(`${before}y`) ? `${before}y` : undefined;
}

/** The stem of `word` if it is a form of a listed verb, with or without re-, or of one in -fier or -phier; else undefined. */
export function listedVerbStem(word: string): string | undefined {
  for (let length = word.length; length >= 2 && length >= word.length - LONGEST_ENDING; length -= 1) {
    const begin = word.slice(0, length);
    const ending = word.slice(length);
    const stem = conjugated(begin, ending);
    if (stem !== undefined) return stem;
    const again = begin.startsWith('re') ? conjugated(begin.slice(2), ending) : undefined;
    if (again !== undefined) return `re${again}`;
  }
  return undefined;
}
