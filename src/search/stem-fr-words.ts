/** Words whose ending only looks like an inflection: they are their own stem, with their plural. */
export const KEPT: ReadonlySet<string> = new Set(
  `prix choix voix croix noix paix taux flux deux mieux temps cours corps fois mois pays avis cas acces
  fonds vers moins plus bras dos poids sens devis colis
  client argent agent moment present absent accident president evident talent excellent parent different
  content competent frequent urgent intelligent recent patient`
    .trim()
    .split(/\s+/),
);

/** Forms that no rule brings together. */
export const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    oeil: 'yeux',
    yeux: 'oeil yeux',
  }).flatMap(([stem, forms]) => forms.split(' ').map((form): [string, string] => [form, stem])),
);
