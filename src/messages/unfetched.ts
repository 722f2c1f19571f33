import type { Translated } from './locale.ts';

/** Reasons why a page was not fetched, by its address and a detail. */
const en = {
  scheme: (address: string) => `only http and https addresses can be fetched: ${address}`,
  private: (address: string) => `not fetched, as it leads to this machine or a private network: ${address}`,
  'unknown-host': (_address: string, host: string) => `no such host, or no network: ${host}`,
  refused: (address: string, code: string) => `no answer from ${address} (${code})`,
  certificate: (address: string, reason: string) => `no secure connection to ${address}: ${reason}`,
  slow: (address: string) => `given up after 30 seconds: ${address}`,
  large: (address: string) => `page too large (over 20 MB): ${address}`,
  status: (address: string, status: string) => `the server answered ${status}: ${address}`,
  redirects: (address: string) => `too many redirects: ${address}`,
  type: (address: string, type: string) => `not a text (${type}): ${address}`,
  insecure: (address: string) => `not fetched, as it leads from https to http: ${address}`,
  damaged: (address: string) => `not as it was published: ${address}`,
  'no-ranges': (address: string) =>
    `the server sends only whole files (no ranges), and this library is too large for that: ${address}`,
  broken: (address: string, reason: string) => `cannot fetch ${address}: ${reason}`,
};

const fr: typeof en = {
  scheme: (address) => `seules les adresses http et https peuvent être ouvertes\u00a0: ${address}`,
  private: (address) =>
    `adresse refusée, car elle mène à cette machine ou à un réseau privé\u00a0: ${address}`,
  'unknown-host': (_address, host) => `hôte inconnu, ou pas de réseau\u00a0: ${host}`,
  refused: (address, code) => `pas de réponse de ${address} (${code})`,
  certificate: (address, reason) => `pas de connexion sûre à ${address}\u00a0: ${reason}`,
  slow: (address) => `abandon après 30 secondes\u00a0: ${address}`,
  large: (address) => `page trop grande (plus de 20\u00a0Mo)\u00a0: ${address}`,
  status: (address, status) => `le serveur a répondu ${status}\u00a0: ${address}`,
  redirects: (address) => `trop de redirections\u00a0: ${address}`,
  type: (address, type) => `ce n’est pas un texte (${type})\u00a0: ${address}`,
  insecure: (address) => `adresse refusée, car elle mène de https à http\u00a0: ${address}`,
  damaged: (address) => `contenu différent de ce qui a été publié\u00a0: ${address}`,
  'no-ranges': (address) =>
    `le serveur n’envoie que des fichiers entiers (pas de plages), et cette bibliothèque est trop grande pour cela\u00a0: ${address}`,
  broken: (address, reason) => `impossible d’ouvrir ${address}\u00a0: ${reason}`,
};

/** Messages about pages that were not fetched, by the kind of the failure. */
export const unfetched: Translated<typeof en> = { en, fr };
