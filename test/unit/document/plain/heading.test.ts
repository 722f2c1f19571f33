import { describe, expect, it } from 'vitest';
import { isHeadingText } from '../../../../src/document/plain/heading.ts';
import { isMeta } from '../../../../src/document/plain/line-patterns.ts';

describe('isHeadingText', () => {
  it.each([
    'Changer son monde',
    'De l’idée au produit',
    'Par où commencer',
    'Source d’inspiration',
    'Date limite : demain',
    'Pourquoi vous devez choisir vos clients',
    'Comment change votre monde ?',
    'Et si un client insiste ?',
    'Changer le monde ? Rien que cela ?',
    'Le mythe du « bon client »',
    'CHAPTER I.',
    'Chapitre premier : le départ',
    'LES DIX PREMIERS CLIENTS',
    'IV',
    '1. Introduction',
    'M. Dupont et ses clients',
    'What the U.S. market wants',
  ])('accepts %s', (text) => {
    expect(isHeadingText(text)).toBe(true);
  });

  it.each([
    'La raison?',
    'Mais au fait, pourquoi une telle question ? Dans quel contexte ?',
    'Je l’appelle. Il répond',
    'en partageant mes ressources',
    'Voici la liste :',
    'Bonjour,',
    'Quelle journée !',
    'Une phrase entière.',
    'Il me dit « Peux-tu faire ça ? »',
    '« Une citation »',
    'Didier Bonneville »',
    '— Tu viens',
    'Par Jeanne Dupont',
    'Publié le 3 mai 2024',
    '3 mai 2024',
    'lucie@example.org',
    'Accueil > Blog > Vente',
    'Nom ________ Prénom',
    '12',
    'Une ligne qui est bien trop longue pour être un titre, parce qu’elle continue encore et encore sans fin',
  ])('rejects %s', (text) => {
    expect(isHeadingText(text)).toBe(false);
  });
});

describe('isMeta', () => {
  it.each([
    'Par Jeanne Dupont',
    'By Nora Field | March 4, 2021',
    'Mis à jour le 3 mai',
    'Écrit par une amie',
    'E\u0301CRIT PAR UNE AMIE',
    'rédigé dans un café',
    'créée par nous',
    'updated by hand',
    'Published in a hurry',
    'www.example.org',
    'Accueil > Blog > Vendre',
    'Auteur : moi',
    '5 min',
    'Published January 2024 • 4 min read',
    'Lecture : 4 minutes',
    'mardi 12 mars 2024',
    'Copyright (c) Ada Lovelace and contributors',
    'Copyright 1843, Ada Lovelace',
    '© 2015 Kiosque',
  ])('accepts %s', (text) => {
    expect(isMeta(text)).toBe(true);
  });

  it.each(['Copyright', 'Copyright for beginners', '(c) le troisième', 'copyright, as of 1843, was'])(
    'rejects %s',
    (text) => {
      expect(isMeta(text)).toBe(false);
    },
  );
});
