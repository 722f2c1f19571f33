import { describe, expect, it } from 'vitest';
import { isLocalHost, isPrivateIp } from '../../../src/web/private-host.ts';

describe('an IP address', () => {
  it.each(
    '0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 169.254.1.1 172.16.0.1 172.31.255.255 192.168.1.1 192.0.0.8 192.0.2.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1 255.255.255.255 :: ::1 fe80::1 fe80::1%eth0 fc00::1 fd12:3456::1 ff02::1 2001:db8::1 2002:7f00:1:: ::ffff:10.0.0.1 ::ffff:7f00:1 64:ff9b::127.0.0.1 nonsense'.split(
      ' ',
    ),
  )('is private: %s', (ip) => {
    expect(isPrivateIp(ip)).toBe(true);
  });

  it.each(
    '1.1.1.1 9.255.255.255 100.63.0.1 100.128.0.1 172.15.0.1 172.32.0.1 192.167.1.1 198.17.0.1 223.255.255.255 2606:4700::1111 2a00:1450:4007:80e::200e ::ffff:8.8.8.8 64:ff9b::8.8.8.8'.split(
      ' ',
    ),
  )('is public: %s', (ip) => {
    expect(isPrivateIp(ip)).toBe(false);
  });
});

describe('a host', () => {
  it.each(
    'localhost LOCALHOST localhost. site.localhost printer nas.local wiki.internal 10.0.0.1 [::1]'.split(' '),
  )('is plainly local: %s', (host) => {
    expect(isLocalHost(host)).toBe(true);
  });

  it.each('example.org localhost.example.org 1.1.1.1 local.example'.split(' '))('is not: %s', (host) => {
    expect(isLocalHost(host)).toBe(false);
  });
});
