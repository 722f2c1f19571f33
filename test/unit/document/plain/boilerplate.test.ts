import { describe, expect, it } from 'vitest';
import { boilerplateAt } from '../../../../src/document/plain/boilerplate.ts';

const ARTICLE = `${'Une phrase de l’article, qui en a d’autres autour d’elle et ne finit pas trop vite. '.repeat(12)}\n\n`;
/** The part of `after` that is left below an article. */
const kept = (after: string): string => {
  const source = ARTICLE + after;
  return source.slice(ARTICLE.length, boilerplateAt(source));
};

describe('boilerplateAt', () => {
  it.each([
    'Laisser un commentaire\n\nVotre adresse de messagerie ne sera pas publiée. Les champs obligatoires sont indiqués avec *',
    'Leave a Reply\n\nYour email address will not be published. Required fields are marked *\n\nName *\n\nEmail *',
    'Articles sur des sujet similaires:\nUn autre article\nUne phrase de cet autre article, pour donner envie de le lire.',
    '## Articles similaires\n\n- [Un autre](un-autre.md)\n- [Un troisième](un-troisieme.md)',
    '**Related posts:**\n\nThe window nobody cleans\n\nA price is a sentence',
    'Partager :\n\nTwitter\nFacebook\n\nJ’aime ça :\n\nArticles similaires',
    'Share this:\nFacebook Twitter LinkedIn\n© 2015 Kiosque',
    '3 commentaires\n\nAnne dit :\n\nMerci !\n\nLaissez un commentaire',
    'Facebook | Twitter | E-mail',
    'Classé dans Vente, Clients\n\n← Article précédent\n\nArticle suivant →',
    'Tags : vente, clients\nRetour en haut',
  ])('cuts %j', (after) => {
    expect(kept(after)).toBe('');
  });

  it.each([
    'Une fin ordinaire.',
    'Partager, c’est vendre deux fois.',
    'Partager\n\nQuand on partage une vitrine, on partage aussi les clients, les heures et les ennuis. C’est le prix, et il est juste : personne ne tient longtemps une boutique tout seul, ni un marché, ni une rue entière.',
    `Articles similaires\n\n${'Un long paragraphe qui parle d’eux. '.repeat(12)}`,
    'Lire aussi : Fixer son prix\n\nPour conclure, retenez que le prix est une phrase, et que cette phrase se dit en face, sans baisser la voix ni les yeux, une seule fois, lentement.',
    'Commentaires de lecture\n\nUn livre court.',
    'Nommez-les.',
    'Jeanne Dupont',
    'You might also want to set the font used for the menus.  This only works for\nMotif.',
    'Add a comment to the file\nthat says why.',
    'Write the name\nlike this:\n\n    Ada Lovelace',
    'Related articles are marked\nwith a star.',
    'Recommended reading:\n\n- A price is a sentence, Dupont, 2012\n- The window, Martin, 2015',
    'VOIR AUSSI\n    ls(1), cp(1)',
    'Subscribe to the list:\n\n    https://example.org/list',
    'Copyright: see |manual-copyright|  vim:tw=78:ts=8',
    '© 2015 Kiosque\nTous droits réservés',
    'Le formulaire a ces champs :\n\nnom\ne-mail\nsite',
  ])('keeps %j', (after) => {
    expect(kept(after)).toBe(after);
  });

  it('keeps a text that is nothing but boilerplate', () => {
    const source = 'Laisser un commentaire\n\nVotre adresse de messagerie ne sera pas publiée.';
    expect(boilerplateAt(source)).toBe(source.length);
  });
});
