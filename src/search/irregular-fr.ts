import type { IrregularWord } from './irregular.ts';

/**
 * Irregular verbs: the stem, all forms, and after a slash the prefixes of compounds (a space first: also no prefix). These
 * signs at the end of a form stand for endings:
 *
 * - `*` future and conditional (after `viendr`)
 * - `~` imperfect, present plural and present participle (after `ven`)
 * - `=` the present with mute endings (after `vienn`)
 * - `^` simple past and imperfect subjunctive (after `vin`, `voulu`)
 * - `+` feminine and plural (after `venu`)
 */
const VERBS = `
ven: viens vient vienn= ven~ vin^ venu+ venir viendr* /  re de par sur inter con pre pro sou sub circon ad contre discon ob rede ressou bien
ten: tiens tient tienn= ten~ tin^ tenu+ tenir tiendr* /  re de main con ob sou appar entre abs
prend: prends prend prenn= pren~ pri^ prise prises prendre prendr* /  ap com re sur entre me de e desap rap reap
mett: mets met mett= mett~ mi^ mise mises mettre mettr* /  ad com e o per pro re sou trans entre compro de read ree retrans
batt: bats bat batt= batt~ batti^ battu+ battre battr* /  com de a re contre e em entre ra
ecriv: ecris ecrit+ ecriv= ecriv~ ecrivi^ ecrire ecrir* /  d re
scriv: scris scrit+ scriv= scriv~ scrivi^ scrire scrir* / in pre pro sou su tran circon retran rein desin
lis: lis lit lis= lis~ lu^ lu+ lire lir* /  re e ree
dis: dis dit+ dis= dis~ dimes dirent disse disses dissent dissions dissiez dites dire dir* /  re pre contre me inter de
maudis: maudis maudit+ maudiss= maudiss~ maudi^ maudire maudir*
duis: duis duit+ duis= duis~ duisi^ duire duir* / con pro re intro se tra de in repro copro recon reintro retra surpro econ en
cuis: cuis cuit+ cuis= cuis~ cuisi^ cuire cuir* /  re pre de
nuis: nuis nuit nui nuis= nuis~ nuisi^ nuire nuir*
luis: luis luit lui luis= luis~ luisi^ luire luir* /  re
struis: struis struit+ struis= struis~ struisi^ struire struir* / con recon decon cocon in
detruis: detruis detruit+ detruis= detruis~ detruisi^ detruire detruir* /  auto
suiv: suit suiv= suiv~ suivi^ suivi+ suivre suivr* /  pour en
poursuiv: poursuis
viv: vis vit viv= viv~ vecu^ vecu+ vivre vivr* /  re sur
croi: crois croit croi= croy~ cru^ cru+ croire croir*
croiss: crois croit croiss= croiss~ cru^ cru+ croitre croitr* /  ac de re
boi: bois boit boiv= buv~ bu^ bu+ boire boir*
voi: vois voit voi= voy~ vi^ vu+ voir verr* /  re entre
prevoi: prevois prevoit prevoi= prevoy~ previ^ prevu+ prevoir prevoir*
pourvoi: pourvois pourvoit pourvoi= pourvoy~ pourvu^ pourvu+ pourvoir pourvoir* /  de
asse: assieds assied assey= assey~ assois assoit assoi= assoy~ assi^ assise assises asseoir assoir assier* assoir* asseoir* /  r
surs: sursois sursoit sursoi= sursoy~ sursi^ surseoir surseoir*
cev: cois coit coiv= cev~ cu^ cu+ cevoir cevr* / re per con de aper
dev: dois doit doiv= dev~ dumes durent du due dus dues devoir devr* /  re
pouv: peux peut peuv= pouv~ puisse puisses puissent puissions puissiez pu^ pu pouvoir pourr*
voul: veux veut veul= voul~ veuill= veuillons veuillez voulu^ voulu+ vouloir voudr*
sav: sais sait sav= sav~ sach= sachons sachez sachant sachions sachiez su^ su+ savoir saur*
val: vaux vaut val= val~ vaill= valu^ valu+ valoir vaudr* /  equi re pre
fall: faut fallait fallu fallu^ falloir faudra faudrait
aill: aill= aill~ ailli^ ailli+ aillir aillir* / ass tress s def
faill: faut faill= faill~ failli^ failli+ faillir faillir*
cueill: cueill= cueill~ cueilli^ cueilli+ cueillir cueiller* accueil recueil /  ac re
bouill: bouill= bouill~ bouilli^ bouilli+ bouillir bouillir*
fais: fais fait+ faire font fais~ faites fass= fassions fassiez fi^ fer* /  de satis contre par mal for
refais: refais refait+ refaire refont refais~ refaites refass= refi^
plais: plais plait plais= plais~ plu^ plu plaire plair* /  de com
pleuv: pleut pleuv= pleuv~ pleuvoir pleuvr*
tais: tais tait tais= tais~ tut tus turent tumes taire tair*
av: ai as a ont avoir aie aies ait aient ayons ayez ayant av~ eu+ eu^ aur*
etre: etre suis es est sommes etes sont sois soit soient soyons soyez ete et~ fu^ ser*
all: va vais vas vont all~ aill= alla allai allas allerent allames allates allat allass= alle+ aller ir*
courr: cours court cour= cour~ couru^ couru+ courir courr* /  par ac con dis en re se
mour: meurs meurt meur= mour~ mouru^ mort+ mourir mourr*
ouvr: ouvr= ouvr~ ouvri^ ouvert+ ouvrir ouvrir* /  c dec rec entr re redec r rentr
ffr: ffr= ffr~ ffri^ ffert+ ffrir ffrir* / o sou
connait: connais connait connaiss= connaiss~ connu^ connu+ connaitre connaitr* /  re me
parait: parais parait paraiss= paraiss~ paru^ paru+ paraitre paraitr* /  ap com dis re trans reap recom
nait: nais nait naiss= naiss~ nee nes nees naqui^ naitre naitr* /  re
pait: paiss= paiss~ paitre paitr* /  re
aind: ains aint+ aign= aign~ aigni^ aindre aindr* / cr pl contr
eind: eins eint+ eign= eign~ eigni^ eindre eindr* / t att et det ret p dep rep c enc empr enfr f g astr restr etr
oind: oins oint+ oign= oign~ oigni^ oindre oindr* / j rej adj disj enj conj
soud: sous sout soute soutes solv= solv~ solu^ solu+ soudre soudr* / re ab dis redis
cous: couds coud cous= cous~ cousi^ cousu+ coudre coudr* /  de re
moud: mouds moud moulu^ moulu+ moudre moudr* /  re
quer: quiers quiert quier= quer~ qui^ quise quises querir querr* / ac con re en reac recon
dorm: dors dort dorm= dorm~ dormi^ dormi+ dormir dormir* /  en ren re
serv: sers sert serv= serv~ servi^ servi+ servir servir* /  des res
part: pars part part= part~ parti^ parti+ partir partir* /  re de
sort: sors sort sort= sort~ sorti^ sorti+ sortir sortir* /  res
ment: mens ment ment= ment~ menti^ menti+ mentir mentir* /  de
sent: sens sent sent= sent~ senti^ senti+ sentir sentir* /  con res pres
repent: repens repent repent= repent~ repenti^ repenti+ repentir repentir*
vet: vets vet vet= vet~ veti^ vetu+ vetir vetir* /  re de sur
fui: fuis fuit fui= fuy~ fui^ fui+ fuir fuir* /  en
vainc: vaincs vainc vainqu= vainqu~ vainqui^ vaincu+ vaincre vaincr* /  con
romp: rompt /  cor inter
clu: clu= clu~ clu^ clu+ cluse cluses clure clur* / con in ex oc
clos: clot clot close closes clos= clore clor* /  e en
ri: ris rit ri= ri~ ri^ ri rire rir* /  sou
fri: frit+ frire frir*
suffis: suffis suffit suffi suffis= suffis~ suffi^ suffire suffir*
confis: confi+ confit+ confis= confis~ confire confir*
trai: trais trait+ trai= tray~ traire trair* / ex dis sous abs
hai: hais hait hai+ haiss= haiss~ haimes hair hair*
mouv: meus meut meuv= mouv~ mu^ mu+ mouvoir mouvr* /  e pro
ech: echoit echoi= echu+ echu^ echoir echoir* echeant /  d
ges: git gisent gis~ gesir
fout: fous fout fout= fout~ foutu+ foutre foutr*
envoy: enverr* /  r
jet: jett= jetter* /  re pro
`;

const agreed = (stem: string): string[] => ['', 'e', 's', 'es'].map((ending) => stem + ending);
/** Endings by their sign in the forms of irregular verbs. */
export const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  '*': 'ai as a ons ez ont ais ait ions iez aient'.split(' '),
  '~': [...'ons ez ais ait ions iez aient'.split(' '), ...agreed('ant')],
  '=': ['e', 'es', 'ent'],
  '^': 's t mes tes rent sse sses ssent ssions ssiez'.split(' '),
  '+': agreed(''),
};

/** Other words with irregular forms: the first form is the stem. */
const OTHERS =
  `oeil yeux, courant courants courante courantes, absolu absolus absolue absolues, savant savants savante savantes,
vif vifs vive vives, mou mol mous molle molles, turc turcs turque turques, caduc caducs caduque caduques,
beau bel belle belles beaux, nouveau nouvel nouvelle nouvelles nouveaux, jumeau jumelle jumelles jumeaux,
vieux vieil vieille vieilles, fou fol folle folles fous, doux douce douces, faux fausse fausses,
roux rousse rousses, long longs longue longues, blanc blancs blanche blanches, franc francs franche franches,
sec secs seche seches, frais fraiche fraiches, public publics publique publiques, grec grecs grecque grecques,
favori favoris favorite favorites, bref brefs breve breves, neuf neufs neuve neuves, veuf veufs veuve veuves,
jaloux jalouse jalouses, epoux epouse epouses, andalou andalous andalouse andalouses, noyau noyaux, tuyau tuyaux,
joyau joyaux, mal maux, tel tels telle telles, nul nuls nulle nulles, gentil gentils gentille gentilles,
vrai vrais vraie vraies, travail travaux, bail baux, vitrail vitraux, corail coraux, email emaux, soupirail soupiraux,
emploi emplois, loi lois, foi, roi rois, monsieur messieurs, madame mesdames, jeu jeux, feu feux, lieu lieux, dieu dieux,
ciel cieux, aieul aieux, tout tous toute toutes, quel quelle quels quelles, an ans, bon bons bonne bonnes,
gros grosse grosses, gras grasse grasses, bas basse basses, las lasse lasses, epais epaisse epaisses,
expres expresse expresses, tiers tierce tierces, net nets nette nettes, sot sots sotte sottes, chat chats chatte chattes,
paysan paysans paysanne paysannes, malin malins maligne malignes, benin benins benigne benignes, coi cois coite coites,
nom noms, fier fiers fiere fieres, benit benits benite benites`.split(/,\s+/);

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
 */
export function irregularWords(letters: string): IrregularWord[] {
  verbs ??= parseVerbs();
  const found = OTHERS.filter((row) => row.startsWith(letters) || row.includes(` ${letters}`)).map((row) => {
    const forms = row.split(' ');
    return { stem: forms[0]!, forms };
  });
  for (const { stem, forms, prefixes } of verbs)
    for (const prefix of prefixes) {
      const rest = lettersAfter(prefix, letters);
      if (rest === undefined || !(stem.startsWith(rest) || forms.some((form) => form.startsWith(rest))))
        continue;
      found.push({ stem: prefix + stem, forms: forms.map((form) => prefix + form) });
    }
  return found;
}

/** The letters that must follow `prefix` in a word that begins with `letters`; undefined if it cannot. */
function lettersAfter(prefix: string, letters: string): string | undefined {
  if (letters.startsWith(prefix)) return letters.slice(prefix.length);
  return prefix.startsWith(letters) ? '' : undefined;
}
