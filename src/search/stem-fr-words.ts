/**
 * Words of which the rules of `stem-fr.ts` would take too much: what looks like the ending of a verb belongs to them.
 * With or without the -s of the plural they are their own stem. Folded.
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
attrait bienfait contrefait extrait fait forfait imparfait lait parfait portrait retrait satisfait souhait trait
enfant elephant infant diamant restaurant courant
affaire horaire salaire commentaire partenaire
ballon balcon baron beton blouson bonbon bouchon bouton boisson brouillon buisson camion canton carton caution champion
chanson chiffon citron cloison cochon combinaison comparaison conjugaison cordon coton coupon crayon cuisson dragon
echantillon electron environ faucon feuilleton flacon filon floraison frisson frisson galon garcon gazon glacon goudron
horizon hameçon horaison jambon jeton jupon lecon liaison lion livraison maison melon million menton moisson mouton neutron
oraison ourson paillon pantalon papillon pardon patron pavillon peloton pigeon pinson piston plafond poison poisson prison
raison rayon rebellion reunion saison salon sanction savon sermon sillon slogan station talon tampon terminaison ton
torchon tourbillon trahison unisson veston violon wagon avion region religion opinion union legion espion pion scion
facon son bon don mon
appetit audit bandit circuit conflit credit debit deficit delit depit detroit droit endroit esprit etroit exploit fortuit
fruit gratuit habit inedit interdit introduit lit nuit petit profit produit profit recit reduit toit transit bruit huit
ami ennemi demi parti midi lundi mardi mercredi jeudi vendredi samedi abri appui autrui aujourdhui celui cri defi ennui
etui fourmi lui merci oui pli suivi
menu tissu contenu revenu individu inconnu absolu resolu aigu contigu vertu tribu
avenir desir loisir plaisir soupir souvenir martyr tir
hiver fer mer ver cher amer enfer cancer leader manager dossier
rue vue lieue
`
    .trim()
    .split(/\s+/),
);

/** Of these, the ones that have no feminine in -se. */
export const NOUNS_IN_S: ReadonlySet<string> = new Set(
  'cas pas bas bras fois mois pois poids repas temps'.split(' '),
);

/** Endings of verbs whose stems change: the forms that no rule brings to the stem given, and what may stand before. */
const VERBS: readonly (readonly [stem: string, forms: string, prefixes?: string])[] = [
  [
    'ven',
    'vien viens vient viennent vienne viennes viendrai viendras viendra viendrons viendrez viendront viendrais viendrait viendrions viendriez viendraient vins vint vinrent venu',
    ' re de par sur inter inter con pre pro sou sub circon',
  ],
  [
    'ten',
    'tien tiens tient tiennent tienne tiennes tiendrai tiendras tiendra tiendrons tiendrez tiendront tiendrais tiendrait tiendraient tint tinrent tenu',
    ' re de main con ob sou appar entre abs',
  ],
  [
    'prend',
    'pren prends prenons prenez prennent prenne prennes prenais prenait prenaient prenant pris prise prises prit prirent',
    ' ap com re sur entre me',
  ],
  [
    'mett',
    'met mets mis mise mises mit mirent mettre mettra mettrai mettront mettrait',
    ' ad com e o per pro re sou trans entre compro',
  ],
  ['batt', 'bat bats battre battra battrait battu', ' com de a re'],
  [
    'ecri',
    'ecris ecrit ecrite ecrits ecrites ecrire ecrira ecrirai ecriront ecrirait ecriv ecrivez ecrivons ecrivent ecrive ecrivais ecrivait ecrivaient ecrivant ecrivit',
    ' d re',
  ],
  [
    'scri',
    'scris scrit scrite scrits scrites scrire scrira scriront scrirait scriv scrivez scrivons scrivent scrive scrivait scrivaient scrivant',
    'in pre pro sou tran circon retran',
  ],
  [
    'lis',
    'li lit lire lira lirai liront lirait lus lu lue lues lut lisent lise lises lisez lisons lisais lisait lisaient lisant',
    ' re e',
  ],
  [
    'dis',
    'dit dite dites dits dire dira dirai diront dirait disent dise dises disez disons disais disait disaient disant',
    ' re pre contre me mau inter',
  ],
  [
    'duis',
    'duit duite duits duites duire duira duirai duiront duirait duisent duise duisez duisons duisais duisait duisaient duisant',
    'con pro re intro se tra de in',
  ],
  [
    'struis',
    'struit struite struits struites struire struira struiront struirait struisent struise struisez struisons struisait struisant',
    'con recon de in',
  ],
  [
    'suiv',
    'suit suivre suivra suivrai suivront suivrait suivi suivie suivis suivies suive suivent suivez suivons suivait suivaient suivant',
    ' pour en',
  ],
  ['viv', 'vis vit vivre vivra vivrai vivront vivrait vecu vecue vecus vecues', ' re sur'],
  [
    'croi',
    'crois croit croire croira croirai croiront croirait croient croie croy croyez croyons croyais croyait croyaient croyant cru crue crus crues',
  ],
  [
    'boi',
    'bois boit boire boira boiront boirait boivent boive buvez buvons buvait buvaient buvant bu bue bus bues',
  ],
  [
    'voi',
    'vois voit voir verrai verras verra verrons verrez verront verrais verrait verraient voient voie voies voy voyez voyons voyais voyait voyaient voyant vu vus vues',
    ' re entre pre',
  ],
  [
    'recev',
    'recoi recois recoit recoivent recoive recoives recevoir recevra recevrai recevront recevrait recu recue recus recues recut',
  ],
  [
    'percev',
    'percoi percois percoit percoivent percoive percevoir percevra percevront percevrait percu percue percus percues',
    ' a',
  ],
  [
    'concev',
    'concoi concois concoit concoivent concoive concevoir concevra concevront concevrait concu concue concus concues',
  ],
  [
    'decev',
    'decoi decois decoit decoivent decoive decevoir decevra decevront decevrait decu decue decus decues',
  ],
  [
    'dev',
    'doi dois doit doivent doive doives devoir devra devrai devras devront devrais devrait devraient devrez devrons du dus dues devez devons devais devait devaient devant',
  ],
  [
    'pouv',
    'peux peut peuvent puisse puisses puissent puissions puissiez pouvoir pourrai pourras pourra pourrons pourrez pourront pourrais pourrait pourraient pu put',
  ],
  [
    'voul',
    'veux veut veulent veuille veuillez vouloir voudrai voudras voudra voudrons voudrez voudront voudrais voudrait voudraient',
  ],
  [
    'sav',
    'sai sais sait sache saches sachent sachons sachez sachant savoir saurai sauras saura saurons saurez sauront saurais saurait sauraient su sus sue sues',
  ],
  [
    'val',
    'vaux vaut valent vaille vailles vaillent valoir vaudra vaudront vaudrait vaudraient valu',
    ' equi re pre',
  ],
  [
    'fais',
    'fai fait faits faite faites font faire ferai feras fera ferons ferez feront ferais ferait feriez feraient fasse fasses fassent fassiez fit firent faisons faisais faisait faisaient faisant',
    ' re de satis contre',
  ],
  ['plais', 'plait plaire plaira plairont plairait plaisent plaise plaisait plaisant plu', ' de com'],
  [
    'av',
    'ai as a ont avoir aurai auras aura aurons aurez auront aurais aurait auraient aie aies ait aient ayons ayez ayant eu eue eus eues avons avez avais avait avaient',
  ],
  [
    'etre',
    'etre suis es est sommes etes sont serai seras sera serons serez seront serais serait seriez seraient sois soit soient soyons soyez etais etait etiez etions etaient etant ete fut furent',
  ],
  [
    'all',
    'va vais vas vont aille ailles aillent irai iras ira irons irez iront irais irait iraient aller allez allons allais allait allaient allant alle allee alles allees',
  ],
  [
    'cour',
    'courent courir courrai courra courront courrait couru courue courus coure courons courez courait couraient courant',
    ' par ac con dis en re se',
  ],
  ['mour', 'meurs meurt meurent meure mourir mourra mourrai mourront mourrait mort morte morts mortes'],
  [
    'ouvr',
    'ouvert ouverte ouverts ouvertes ouvrir ouvrira ouvre ouvrent ouvrez ouvrons ouvrait ouvrant',
    ' c dec rec entr re',
  ],
  ['offr', 'offert offerte offerts offertes offrir offrira offrent offrez offrons offrait offrant', ' s'],
  [
    'connait',
    'connait connais connaissent connaisse connaisses connaissons connaissez connaissais connaissait connaissaient connaissant connaitre connaitra connaitront connaitrait connu connue connus connues',
    ' re me',
  ],
  [
    'parait',
    'parait parais paraissent paraisse paraissons paraissez paraissait paraissaient paraissant paraitre paraitra paraitront paraitrait paru parue parus parues',
    ' ap com dis re trans',
  ],
  ['nait', 'nait nais naissent naisse naissait naissant naitre naitra naitront naitrait nes nees', ' re'],
  [
    'craind',
    'crains craint crainte craints crainre craindre craindra craignent craigne craignez craignons craignait craignaient craignant',
  ],
  [
    'plaind',
    'plains plaint plainte plaints plaindre plaindra plaignent plaigne plaignez plaignons plaignait plaignaient plaignant',
  ],
  [
    'teind',
    'teins teint teinte teints teindre teindra teignent teigne teignait teignaient teignant',
    ' at e de res',
  ],
  [
    'peind',
    'peins peint peinte peints peintes peindre peindra peignent peigne peignait peignaient peignant',
    ' de re',
  ],
  [
    'joind',
    'joins joint jointe joints jointes joindre joindra joindront joignent joigne joignez joignons joignait joignaient joignant',
    ' re dis ad con en',
  ],
  [
    'resoud',
    'resous resout resolvent resolve resolvons resolvait resolvant resoudre resoudra resolu resolue resolus resolues',
  ],
  [
    'quer',
    'quier quiers quiert quierent quiere querir querra querront quis quise quises quit',
    'ac con re en',
  ],
  [
    'detruis',
    'detruit detruite detruits detruites detruire detruira detruiront detruirait detruisent detruise',
  ],
  [
    'traind',
    'trains traint trainte traints traintes traindre traindra traignent traigne traignait traignant',
    'con',
  ],
  [
    'streind',
    'streins streint streinte streints streindre streindra streignent streigne streignait streignant',
    're a',
  ],
  ['dort', 'dors dorment dorme dormir dormira dormons dormez dormait dormaient dormant dormi', ' en'],
  [
    'sert',
    'sers servent serve servir servira serviront servirait servons servez servait servaient servant servi servie servis servies',
    ' des',
  ],
  ['envoi', 'enverra enverrai enverrons enverront enverrait enverraient', ' r'],
  ['cueill', 'accueil recueil'],
  ['romp', 'rompt rompre rompra rompu rompue rompus', ' cor inter'],
  [
    'clu',
    'clure clut clus clue clues cluse cluses cluent cluons cluez clura clurait cluait cluant',
    'con in ex oc',
  ],
  [
    'ag',
    'agit agis agir agi agie agissent agisse agissez agissons agissait agissaient agissant agira agiront agirait',
    ' re inter',
  ],
  ['suffis', 'suffit suffire suffira suffiront suffirait suffi'],
  ['jet', 'jette jettent jettes jettera jetteront jetterait', ' re pro'],
];

/** Other words with forms of their own. */
const OTHERS: readonly string[] = [
  'oeil yeux',
  'beau bel belle belles beaux',
  'nouveau nouvel nouvelle nouvelles nouveaux',
  'vieux vieil vieille vieilles',
  'fou fol folle folles fous',
  'doux douce douces',
  'faux fausse fausses',
  'roux rousse rousses',
  'long longs longue longues',
  'blanc blancs blanche blanches',
  'franc francs franche franches',
  'sec secs seche seches',
  'frais fraiche fraiches',
  'public publics publique publiques',
  'grec grecs grecque grecques',
  'favori favoris favorite favorites',
  'bref brefs breve breves',
  'neuf neufs neuve neuves',
  'jaloux jalouse jalouses',
  'epoux epouse epouses',
  'noyau noyaux',
  'tuyau tuyaux',
  'joyau joyaux',
  'mal maux',
  'tel tels telle telles',
  'nul nuls nulle nulles',
  'vrai vrais vraie vraies',
  'lier lie lies liee liees lient liant',
  'travail travaux',
  'bail baux',
  'vitrail vitraux',
  'corail coraux',
  'email emaux',
  'emploi emplois',
  'loi lois',
  'foi',
  'roi rois',
  'monsieur messieurs',
  'madame mesdames',
  'jeu jeux',
  'feu feux',
  'lieu lieux',
  'dieu dieux',
  'tout tous toute toutes',
  'quel quelle quels quelles',
  'an ans',
  'bon bons bonne bonnes',
  'gros grosse grosses',
  'gras grasse grasses',
  'bas basse basses',
  'las lasse lasses',
  'net nets nette nettes',
  'nom noms',
];

/** Forms that no rule brings together, and their stems; those of verbs go through `finish`, as regular ones do. */
export function irregularWords(finish: (stem: string) => string): Map<string, string> {
  const words = new Map<string, string>();
  for (const [stem, list, prefixes = ''] of VERBS) {
    const forms = list.split(' ');
    for (const prefix of prefixes.split(' ')) {
      const whole = finish(prefix + stem);
      for (const form of forms) if (!words.has(prefix + form)) words.set(prefix + form, whole);
    }
  }
  for (const forms of OTHERS) {
    const [first] = forms.split(' ');
    for (const form of forms.split(' ')) words.set(form, first!);
  }
  return words;
}
