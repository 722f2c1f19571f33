import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import org.apache.lucene.analysis.*;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Ranks documents with Lucene: its French or English analyzer, then without accents; any word may match, also by its beginning
 * or with typos, and words side by side count more.
 *
 * Reads lines from standard input: the language, the number of documents, five lines for each (id, title, tags, author, body),
 * and queries. Writes a line for each query: the ids of the best documents, divided by tabs.
 */
public class LucenePeer {
  static final int MOST = 50;
  static final Map<String, Float> FIELDS = Map.of("title", 4f, "tags", 3f, "author", 2f, "body", 1f);
  static final float BY_TYPOS = 0.2f, BY_PREFIX = 0.3f, BY_PHRASE = 2f;

  public static void main(String[] args) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, "UTF-8");
    Analyzer analyzer = folding(in.readLine().equals("french") ? new FrenchAnalyzer() : new EnglishAnalyzer());
    IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(index(in, analyzer)));
    for (String query = in.readLine(); query != null; query = in.readLine()) {
      List<String> ids = new ArrayList<>();
      for (ScoreDoc hit : searcher.search(queryOf(query, analyzer), MOST).scoreDocs)
        ids.add(searcher.doc(hit.doc).get("id"));
      out.println(String.join("\t", ids));
    }
    out.flush();
  }

  static ByteBuffersDirectory index(BufferedReader in, Analyzer analyzer) throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (int left = Integer.parseInt(in.readLine()); left > 0; left -= 1) {
        Document document = new Document();
        document.add(new StoredField("id", in.readLine()));
        for (String field : List.of("title", "tags", "author", "body"))
          document.add(new TextField(field, in.readLine(), Field.Store.NO));
        writer.addDocument(document);
      }
    }
    return directory;
  }

  static Query queryOf(String query, Analyzer analyzer) throws IOException {
    List<String> words = wordsOf(query, analyzer);
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Map.Entry<String, Float> field : FIELDS.entrySet()) {
      for (String word : words) any.add(new BoostQuery(wordQuery(new Term(field.getKey(), word)), field.getValue()), BooleanClause.Occur.SHOULD);
      if (words.size() > 1)
        any.add(new BoostQuery(new PhraseQuery(2, field.getKey(), words.toArray(new String[0])), BY_PHRASE * field.getValue()), BooleanClause.Occur.SHOULD);
    }
    return any.build();
  }

  /** The best of the word itself, words that it begins and, by its length, words with one or two typos. */
  static Query wordQuery(Term term) {
    int length = term.text().length();
    List<Query> ways = new ArrayList<>(List.of(new TermQuery(term)));
    if (length >= 3) {
      PrefixQuery prefix = new PrefixQuery(term);
      prefix.setRewriteMethod(new MultiTermQuery.TopTermsBlendedFreqScoringRewrite(MOST));
      ways.add(new BoostQuery(prefix, BY_PREFIX));
      ways.add(new BoostQuery(new FuzzyQuery(term, length > 5 ? 2 : 1, 1), BY_TYPOS));
    }
    return new DisjunctionMaxQuery(ways, 0);
  }

  static List<String> wordsOf(String query, Analyzer analyzer) throws IOException {
    List<String> words = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream("body", query)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      for (tokens.reset(); tokens.incrementToken();) words.add(term.toString());
      tokens.end();
    }
    return words;
  }

  static Analyzer folding(Analyzer analyzer) {
    return new AnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected Analyzer getWrappedAnalyzer(String field) {
        return analyzer;
      }

      @Override
      protected TokenStreamComponents wrapComponents(String field, TokenStreamComponents components) {
        return new TokenStreamComponents(components.getSource(), new ASCIIFoldingFilter(components.getTokenStream()));
      }
    };
  }
}
