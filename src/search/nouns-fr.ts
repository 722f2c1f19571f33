import { lazy } from '../algorithms/lazy.ts';

/**
 * Words that the rules of `stem-fr.ts` would shorten too much, as they seem to end like a verb. They are their own stem, with
 * or without the -s of the plural. Folded.
 */
const kept = lazy(
  (): ReadonlySet<string> =>
    new Set(
      `
acces avis bas bois bras cas choix colis compromis concours corps cours croix deces depens deux devis dos encours fois fonds
frais flux gros heros index jus lys mieux mois moins noix os paix palais pays poids pois prix proces progres puits
recours refus relais remords repas sens souris succes taux temps tapis tiers univers vers virus voix autobus campus bonus
focus bus processus consensus corpus cursus opus malus terminus stimulus cactus abus surplus lapsus tonus dessus
divers precis imprecis concis indecis pervers confus diffus obtus secours discours parcours
absent accent accident adherent adjacent adolescent agent apparent argent ascendant astringent auvent ciment client coefficient coherent
competent concurrent confident convergent corpulent purulent sergent conscient consequent content contingent continent convent couvent decadent decent dement deficient dent
different diligent dissident divergent efferent efficient element eloquent emergent eminent equivalent evident excedent
excellent excipient expedient fervent fluent frequent gradient grandiloquent imminent impatient impertinent impudent incident
incoherent incompetent incontinent inconvenient inconscient inconsequent indecent indifferent indolent indulgent influent
ingredient inherent innocent insolent insurgent intelligent intermittent latent lent mecontent negligent occident onguent
opulent orient parent patent patient penitent permanent pertinent pestilent precedent present president prudent quotient
recent recipient recurrent referent regent resident resilient reticent serpent somnolent souvent strident subsequent
succulent talent tangent torrent transparent trident truculent turbulent urgent vent vente violent virulent
delai francais anglais mauvais japonais portugais irlandais ecossais jamais desormais niais marais biais jais
attrait bienfait forfait imparfait lait parfait portrait retrait souhait
enfant elephant infant diamant restaurant courant instant important constant distant avant devant
affaire horaire salaire commentaire partenaire
ballon balcon baron beton blouson bonbon bouchon bouton boisson brouillon buisson camion canton carton caution champion
chanson chiffon citron cloison cochon combinaison comparaison conjugaison cordon coton coupon crayon cuisson dragon
echantillon electron environ faucon feuilleton flacon filon floraison frisson galon garcon gazon glacon goudron
horizon hamecon horaison jambon jeton jupon lecon liaison lion livraison maison melon million milliard menton moisson mouton
neutron oraison ourson pantalon papillon pardon patron pavillon peloton pigeon pinson piston plafond poison poisson
prison raison rayon rebellion reunion saison salon sanction savon sermon sillon slogan station talon tampon terminaison ton
torchon tourbillon trahison unisson veston violon wagon avion region religion opinion union legion espion pion scion contagion billion lampion scorpion galion fusion
facon son bon don mon baton bidon bison boston canon chaton colon croton ciron demon felon fanon fiston giron heron huron
jalon laiton limon litron mason marron miton mormon noron perron peson pignon pilon plancton ponton proton python ramon
raton sablon saxon sion teton thon timon tison toron trognon tronon tronc vallon vison cocon
mignon breton bouffon polisson bourguignon gascon teuton folichon bichon grognon dindon fripon luron poupon laideron
liseron mancheron fleuron chaperon bucheron biberon forgeron  eperon escadron puceron vigneron macon baluchon capuchon
appetit audit bandit circuit conflit credit debit deficit delit depit detroit droit endroit esprit etroit exploit fortuit
fruit gratuit habit inedit nuit petit profit recit toit transit bruit huit point court sorte dessert
achat adequat apparat artisanat assassinat attentat auvergnat avocat baccalaureat candidat carat celibat certificat chat
chocolat climat combat concordat constat consulat contrat debat degat delicat doctorat eclat etat externat forcat format
grenat habitat immediat inadequat incarnat ingrat internat laureat magistrat magnat mandarinat mandat mat mecenat microclimat
muscat nougat odorat orphelinat patronat pensionnat plagiat plat predicat prelat rabat rachat rat reliquat renegat resultat
scelerat senat soldat squat substrat syndicat thermostat tribunat
acrobate aromate automate carbonate casemate cravate date diplomate disparate ecarlate frigate glutamate hydrate nitrate
numismate omoplate oxalate patriate pirate prostate regate savate silicate sonate spartiate stigmate sulfate tomate
amalgame bigame cerame drame hippopotame infame macrame melodrame monogame polygame psychodrame sesame squame
ami ennemi demi parti partie midi lundi mardi mercredi jeudi vendredi samedi abri autrui aujourdhui celui cri defi
etui fourmi lui merci oui pli menu tissu contenu revenu revue individu inconnu absolu aigu contigu vertu tribu
martyr
hiver fer mer ver cher amer enfer cancer leader tender dossier
rue vue lieue gris clair mairie coup licence mere site man aire visa echo gradient unite durant dur
camera opera caldera rime rite pute haie fraise fadaise foutaise gens mars legs fils mors lors hors fonts houx toux
becasse biomasse calebasse carcasse culasse echasse filasse godasse impasse liasse melasse molasse paillasse rascasse
tignasse vinasse
alpaga angora beta coca cobra corona diva formica gala gamma lama mafia mana manga marina mimosa nova papa paria saga
sauna soda tuba villa zona
`
        .trim()
        .split(/\s+/),
    ),
);

/** Nouns that are another word with an -e: `case` is not the feminine of `cas`. */
export const ENDS_OTHERWISE_WITH_E: ReadonlySet<string> = new Set(
  `avis bas bord bras cas cent chair coup cours dent devis dos fil fois gain grain lac mal mois pas poids pois port puis rang
  rein repas sol temps train trait vers`.split(/\s+/),
);

/** Nouns in -ion by the letters before it; other words in -ions are first persons of the imperfect (`parlions`). */
const IN_ION = new RegExp(
  '(?:' +
    [
      '(?:[aiucp]|(?:^m|[^m])en|^por|opor|ser|ges|ques|bas|mix|cre|ple|^no|mo|^po|^lo|vo)t',
      '(?:[lnru]|[cv]i|lli|plo|ro|clo|cca|va|sua|bra|[lh]e|^eli)s',
      '(?:e|cu|^pa|mpa|^sci|^fi|(?:^|ad|com|^e|^o|per|sou|ns|inter|^de|^re)mi)ss',
      'x',
      '^(?:com|des|re)?un',
    ].join('|') +
    ')ion$',
);

/** The singular of `word` if it is a noun or an adjective that the rules would shorten too much; undefined otherwise. */
export function keptNoun(word: string): string | undefined {
  if (kept().has(word)) return word;
  const single = word.endsWith('s') ? word.slice(0, -1) : word;
  if (kept().has(single) || (single.endsWith('ion') && (single === word || IN_ION.test(single))))
    return single;
  // `avocate` and `anglaise` are feminine forms, although words in -ate and -aise may be verbs.
  if (FEMININE.test(single) && kept().has(single.slice(0, -1))) return single.slice(0, -1);
  return undefined;
}

const FEMININE = /(?:[ain]t|ais)e$/;
