import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/search/parse-query.ts';
import { TestLibrary } from './folder.ts';

/** Files of the formats besides Markdown: each shows `visible`, and has `secret…` where no page shows it. */
const FILES: Readonly<Record<string, string>> = {
  'page.html': `<!doctype html><html><head><title>Une page</title><style>.secreta { color: red }</style>
<script>const secretb = 1;</script></head><body><!-- secretc --><h1 class="secretd">Une page</h1>
<p data-x="secrete" onclick="secretf()">Un texte visible, <a href="https://secretg.example/secreth" title="secreti">un lien</a>
et <img src="secretj.png" alt="une image">.</p><template>secretk</template><p hidden>secretl</p></body></html>`,
  'notes.org': `#+TITLE: Des notes
* Une section
:PROPERTIES:
:CUSTOM_ID: secretc
:SECRETA: secretb
:END:
Un texte visible, [[https://secretd.example/secrete][un lien]].
# secretf
#+BEGIN_COMMENT
secretg
#+END_COMMENT
`,
  'guide.adoc': `= Un guide
:secreta: secretb

[#secretc.secretd]
== Une section

Un texte visible, https://secrete.example/secretf[un lien].

// secretg

////
secreth
////
`,
  'capsule.gmi': `# Une capsule

Un texte visible.

=> gemini://secreta.example/secretb Un lien
`,
  'lettre.eml': `From: Ada <secreta@example.org>
To: Bob <secretb@example.org>
Subject: Une lettre
Date: Mon, 2 Nov 2026 10:00:00 +0000
Message-ID: <secretc@example.org>
X-Mailer: secretd
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="secrete"

--secrete
Content-Type: text/plain; charset=utf-8

Un texte visible.
--secrete
Content-Type: text/html; charset=utf-8

<p class="secretf">Un texte visible.</p>
--secrete--
`,
  'flux.xml': `<?xml version="1.0"?><rss version="2.0"><channel><title>Un flux</title><link>https://secreta.example/</link>
<item><title>Un billet</title><guid>secretb</guid><link>https://example.org/secretc</link>
<description>&lt;p class="secretd"&gt;Un texte visible.&lt;/p&gt;&lt;!-- secrete --&gt;</description></item></channel></rss>`,
  'page.mdx': `export const secreta = 1;
import Secretb from './secretc.js';

# Une page

Un texte visible. {/* secretd */}
`,
};

describe('what a page does not show', () => {
  let library: TestLibrary;
  beforeEach(() => {
    library = new TestLibrary();
  });
  afterEach(() => library.clear());

  it.each(Object.entries(FILES))('is not found in the text of %s', async (name, source) => {
    library.put(name, source);
    const index = await library.open();
    expect(index.search(parseQuery('visible ')).length).toBe(1);
    const found = [...'abcdefghijkl'].filter(
      (letter) => index.search(parseQuery(`"secret${letter}" `)).length > 0,
    );
    expect(found).toEqual([]);
  });
});
