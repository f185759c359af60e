// Reads queries with Lucene's classic parser and prints what it makes of each, one line of JSON a query.
// A line of input is the default operator, a blank, and the query's UTF-8 in Base64, so that a query may hold line breaks.
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.util.CharTokenizer;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.search.WildcardQuery;

final class Judge {
	/** Stands for a blank that is part of a value: the parser's own joining of terms uses plain ones. */
	private static final char BLANK = '\uE000';

	public static void main(String[] args) throws Exception {
		BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
		PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			int blank = line.indexOf(' ');
			String query = new String(Base64.getDecoder().decode(line.substring(blank + 1)), StandardCharsets.UTF_8);
			out.print(judge(query, QueryParser.Operator.valueOf(line.substring(0, blank))) + "\n");
		}
		out.flush();
	}

	private static String judge(String query, QueryParser.Operator defaultOperator) {
		QueryParser parser = new Parser();
		parser.setDefaultOperator(defaultOperator);
		parser.setAllowLeadingWildcard(true);
		// Lucene's default. Words side by side then reach the analyzer as one text, in which only its own joining blanks
		// part them: each word stays one term, as it is for our parser.
		parser.setSplitOnWhitespace(false);
		try {
			return json(parser.parse(guarded(query)));
		} catch (Exception | StackOverflowError refusal) {
			return "{\"kind\":\"error\",\"message\":" + quoted(String.valueOf(refusal.getMessage())) + "}";
		}
	}

	/** The query with the blanks that it escapes out of the analyzer's sight. */
	private static String guarded(String query) {
		StringBuilder guarded = new StringBuilder(query);
		for (int at = 0; at + 1 < query.length(); at++) {
			if (query.charAt(at) != '\\') continue;
			at++;
			if (query.charAt(at) == ' ') guarded.setCharAt(at, BLANK);
		}
		return guarded.toString();
	}

	/** Lucene's parser, whose values no analyzer alters: what stands in quotes is one phrase, be it empty or one word. */
	private static final class Parser extends QueryParser {
		/** Lucene builds an automaton for each pattern as it reads it, which takes most of the time. */
		private static final Map<Term, Query> PREFIXES = new HashMap<>();
		private static final Map<Term, Query> REGEXES = new HashMap<>();
		private static final Map<Term, Query> WILDCARDS = new HashMap<>();

		Parser() {
			super("", new Words());
		}

		@Override
		protected Query newPrefixQuery(Term prefix) {
			return PREFIXES.computeIfAbsent(prefix, super::newPrefixQuery);
		}

		@Override
		protected Query newRegexpQuery(Term regex) {
			return REGEXES.computeIfAbsent(regex, super::newRegexpQuery);
		}

		@Override
		protected Query newWildcardQuery(Term wildcard) {
			return WILDCARDS.computeIfAbsent(wildcard, super::newWildcardQuery);
		}

		@Override
		protected Query getFieldQuery(String field, String text, boolean quoted) throws ParseException {
			return quoted ? new PhraseQuery(field, text) : super.getFieldQuery(field, text, false);
		}
	}

	private static final class Words extends Analyzer {
		@Override
		protected TokenStreamComponents createComponents(String field) {
			Tokenizer words = CharTokenizer.fromTokenCharPredicate(character -> character != ' ');
			return new TokenStreamComponents(words);
		}
	}

	private static String json(Query query) {
		if (query instanceof BoostQuery boosted) return json(boosted.getQuery());
		if (query instanceof BooleanQuery group) {
			List<String> clauses = new ArrayList<>();
			for (BooleanClause clause : group.clauses())
				clauses.add("{\"occur\":" + quoted(clause.getOccur().name()) + ",\"query\":" + json(clause.getQuery()) + "}");
			return "{\"kind\":\"bool\",\"clauses\":[" + String.join(",", clauses) + "]}";
		}
		if (query instanceof MatchAllDocsQuery) return "{\"kind\":\"all\"}";
		if (query instanceof TermQuery term) return leaf("term", term.getTerm());
		if (query instanceof WildcardQuery wildcard) return leaf("wildcard", wildcard.getTerm());
		if (query instanceof PrefixQuery prefix) return leaf("prefix", prefix.getPrefix());
		if (query instanceof RegexpQuery regex) return leaf("regex", regex.getRegexp());
		if (query instanceof FuzzyQuery fuzzy) return leaf("fuzzy", fuzzy.getTerm(), "distance", fuzzy.getMaxEdits());
		if (query instanceof PhraseQuery phrase) return leaf("phrase", phrase.getTerms()[0], "distance", phrase.getSlop());
		if (query instanceof TermRangeQuery range)
			return leaf(
					"range",
					new Term(range.getField(), ""),
					"from",
					range.getLowerTerm() == null ? null : range.getLowerTerm().utf8ToString(),
					"to",
					range.getUpperTerm() == null ? null : range.getUpperTerm().utf8ToString(),
					"includeFrom",
					range.includesLower(),
					"includeTo",
					range.includesUpper());
		throw new IllegalStateException("No leaf is known for " + query.getClass());
	}

	private static String leaf(String type, Term term, Object... more) {
		StringBuilder json = new StringBuilder("{\"kind\":\"leaf\",\"type\":" + quoted(type));
		json.append(",\"field\":" + quoted(term.field()) + ",\"text\":" + quoted(term.text()));
		for (int at = 0; at < more.length; at += 2)
			json.append(",\"" + more[at] + "\":" + (more[at + 1] instanceof String text ? quoted(text) : more[at + 1]));
		return json.append("}").toString();
	}

	private static String quoted(String text) {
		StringBuilder json = new StringBuilder("\"");
		for (char character : text.replace(BLANK, ' ').toCharArray()) {
			if (character == '"' || character == '\\') json.append('\\').append(character);
			else if (character < ' ' || Character.isSurrogate(character)) json.append(String.format("\\u%04x", (int) character));
			else json.append(character);
		}
		return json.append('"').toString();
	}
}
