/** A mail as text, with LF line ends. */
export const mail = (
  subject: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): string => {
  const all = {
    From: 'Ève Dupré <eve@example.org>',
    Date: 'Fri, 3 May 2024 23:30:00 -0500',
    'Message-ID': `<${encodeURIComponent(subject.toWellFormed())}@example.org>`,
    Subject: subject,
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  };
  return `${Object.entries(all)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')}\n${body}`;
};

/** Mails as the text of a mailbox; lines that would be separators are quoted. */
export const mailboxOf = (mails: readonly string[]): string =>
  mails
    .map(
      (text) =>
        `From eve Fri May  3 23:30:00 2024\n${text.replace(/^(?=>*From )/gm, '>').replace(/^>From:/m, 'From:')}\n`,
    )
    .join('\n');
