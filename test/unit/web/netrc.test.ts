import { describe, expect, it } from 'vitest';
import { loginFor } from '../../../src/web/netrc.ts';

const TEXT = `# machine example.org login no password no
machine example.org login ada password "a b\\"c"
machine Other.example
  login bob
  account x
  password secret
macdef init
machine example.net login m password m

machine nopass.example login eve
default login anyone password guest
`;

describe('the login for a host', () => {
  it.each([
    ['example.org', { login: 'ada', password: 'a b"c' }],
    ['other.example', { login: 'bob', password: 'secret' }],
    ['example.net', { login: 'anyone', password: 'guest' }],
    ['nopass.example', { login: 'anyone', password: 'guest' }],
  ])('%s', (host, login) => {
    expect(loginFor(TEXT, host)).toEqual(login);
  });

  it('is none where the file has none', () => {
    expect(loginFor('machine a.example login x password y', 'b.example')).toBeUndefined();
    expect(loginFor('machine', 'b.example')).toBeUndefined();
    expect(loginFor('', 'b.example')).toBeUndefined();
  });
});
