//! The table of everything that can be wrong: code, severity, and the sentences in each language.

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Stops what it is about from being built.
    Error,
    /// Worth mending; `--strict` makes it an error.
    Warning,
}

/// A fault: one row of [`FAULTS`]. `{0}`, `{1}` … in sentences stand for a finding's arguments.
#[derive(Debug, PartialEq, Eq)]
pub struct Fault {
    /// Kebab case; names the fault.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, lower case, without a full stop: English and Swedish.
    pub message: Sentence,
    /// What to do about it.
    pub hint: Option<Sentence>,
}

/// A sentence in each language that findings are told in.
#[derive(Debug, PartialEq, Eq)]
pub struct Sentence {
    /// English.
    pub en: &'static str,
    /// Swedish.
    pub sv: &'static str,
}

macro_rules! faults {
    ($($name:ident $code:literal $severity:ident { en: $en:literal, sv: $sv:literal $(, hint_en: $hint_en:literal, hint_sv: $hint_sv:literal)? $(,)? })*) => {
        $(
            #[doc = $en]
            pub static $name: Fault = Fault {
                code: $code,
                severity: Severity::$severity,
                message: Sentence { en: $en, sv: $sv },
                hint: faults!(@hint $($hint_en, $hint_sv)?),
            };
        )*
        /// Every fault.
        pub static FAULTS: &[&Fault] = &[$(&$name),*];
    };
    (@hint) => { None };
    (@hint $en:literal, $sv:literal) => { Some(Sentence { en: $en, sv: $sv }) };
}

faults! {
    CANNOT_READ "cannot-read" Error {
        en: "`{0}` cannot be read: {1}", sv: "`{0}` går inte att läsa: {1}",
        hint_en: "check that the file is still there and that you may read it", hint_sv: "kontrollera att filen finns kvar och att du får läsa den",
    }
    INVALID_YAML "invalid-yaml" Error {
        en: "this is not valid YAML: {0}", sv: "det här är inte giltig YAML: {0}",
        hint_en: "texts with `: `, a leading `[`, `@`, `%` or `\"`, or a comma inside `{…}` must be in quotation marks", hint_sv: "texter med `: `, med `[`, `@`, `%` eller `\"` först, eller med komma inom `{…}` måste stå inom citattecken",
    }
    TAB_IN_YAML "tab-in-yaml" Error {
        en: "here is a tab where spaces must be", sv: "här är en tabb där det måste vara mellanslag",
        hint_en: "replace it with spaces, so that the line starts where its neighbours do", hint_sv: "byt den mot mellanslag, så att raden börjar där grannraderna börjar",
    }
    QUOTE_NOT_CLOSED "quote-not-closed" Error {
        en: "this quotation mark is never closed", sv: "det här citattecknet stängs aldrig",
        hint_en: "put the same mark at the end of the text", hint_sv: "sätt samma tecken i slutet av texten",
    }
    TEXT_AFTER_QUOTE "text-after-quote" Error {
        en: "the text goes on after its closing quotation mark", sv: "texten fortsätter efter citattecknet som avslutar den",
        hint_en: "put the whole text in single marks (`'\"Price\" decides'`), or use curly ones (`“Price” decides`)", hint_sv: "sätt hela texten inom enkla tecken (`'\"Priset\" avgör'`) eller använd svenska citattecken (`”Priset” avgör`)",
    }
    DOUBLE_FIELD "double-field" Error {
        en: "`{0}` appears twice here", sv: "`{0}` står två gånger här",
        hint_en: "keep one of them", hint_sv: "behåll det ena",
    }
    COLON_IN_TEXT "colon-in-text" Error {
        en: "there is a colon in this text, which YAML takes for the end of a name", sv: "det finns ett kolon i texten, och YAML tar det för slutet på ett namn",
        hint_en: "put the whole text in quotation marks: `{0}: \"…\"`", hint_sv: "sätt hela texten inom citattecken: `{0}: \"…\"`",
    }
    MARK_AT_START "mark-at-start" Error {
        en: "a text that starts with `{0}` means something else in YAML", sv: "en text som börjar med `{0}` betyder något annat i YAML",
        hint_en: "put the whole text in quotation marks; use single ones (`'`) if it has double ones in it", hint_sv: "sätt hela texten inom citattecken; ta enkla (`'`) om det finns dubbla i den",
    }
    UNEVEN_INDENTATION "uneven-indentation" Error {
        en: "this line does not start where the lines it belongs to do", sv: "den här raden börjar inte där raderna den hör ihop med börjar",
        hint_en: "fields of the same thing start in the same column; count the spaces before them", hint_sv: "fält som hör till samma sak börjar i samma kolumn; räkna mellanslagen före dem",
    }
    CODE_NOT_CLOSED "code-not-closed" Error {
        en: "this block is never closed: everything below it is part of it", sv: "det här blocket stängs aldrig: allt nedanför hör till det",
        hint_en: "close it with a line of ```", hint_sv: "stäng det med en rad ```",
    }
    FRONT_MATTER_OPEN "front-matter-open" Error {
        en: "the front matter starts here and never ends", sv: "modulens huvud börjar här och slutar aldrig",
        hint_en: "write a line of `---` after its last field", hint_sv: "skriv en rad `---` efter det sista fältet",
    }
    UNKNOWN_FIELD "unknown-field" Error {
        en: "unknown field `{0}` in {1}", sv: "okänt fält `{0}` i {1}",
    }
    COMMA_IN_TEXT "comma-in-text" Error {
        en: "the comma ends the text before `{0}`", sv: "kommat avslutar texten före `{0}`",
        hint_en: "put the whole text in quotation marks", hint_sv: "sätt hela texten inom citattecken",
    }
    MISSING_FIELD "missing-field" Error {
        en: "`{0}` is missing in this {1}", sv: "`{0}` saknas i {1}",
        hint_en: "add a line with `{0}:`", hint_sv: "lägg till en rad med `{0}:`",
    }
    EXPECTED "wrong-type" Error {
        en: "`{0}` should be {1}, but is {2}", sv: "`{0}` ska vara {1}, men är {2}",
    }
    FIELDS_EXPECTED "fields-expected" Error {
        en: "this {0} should have fields of its own, such as `{1}: …`", sv: "{0} ska ha egna fält, som `{1}: …`",
        hint_en: "write each field as a name, a colon and a value, on a line of its own", hint_sv: "skriv varje fält som ett namn, ett kolon och ett värde, på en egen rad",
    }
    NOT_ONE_OF "not-one-of" Error {
        en: "`{0}` cannot be `{1}`; it is one of {2}", sv: "`{0}` kan inte vara `{1}`; det är något av {2}",
    }
    DIFFERS_FROM_ORIGINAL "differs-from-original" Error {
        en: "the translation's `{0}` is `{1}`, the original's is `{2}`", sv: "översättningens `{0}` är `{1}`, originalets är `{2}`",
        hint_en: "numbers, keys and right answers are in the original alone: leave it out here", hint_sv: "siffror, nycklar och rätta svar står bara i originalet: ta bort det här",
    }
    NOT_IN_ORIGINAL "not-in-original" Error {
        en: "`{0}` is not in the original", sv: "`{0}` finns inte i originalet",
        hint_en: "a translation holds the original's texts only", hint_sv: "en översättning innehåller bara originalets texter",
    }
    FENCE_CROSSES_SECTION "fence-crosses-section" Error {
        en: "`::: {0}` is still open where the next section starts", sv: "`::: {0}` är fortfarande öppet när nästa avsnitt börjar",
        hint_en: "close it with a line of `:::`", hint_sv: "stäng det med en rad `:::`",
    }
    FENCE_NOT_CLOSED "fence-not-closed" Error {
        en: "`::: {0}` is never closed", sv: "`::: {0}` stängs aldrig",
        hint_en: "close it with a line of `:::`", hint_sv: "stäng det med en rad `:::`",
    }
    FENCE_NOT_OPEN "fence-not-open" Error {
        en: "this `:::` closes nothing", sv: "det här `:::` stänger ingenting",
        hint_en: "remove it, or open a block above with `::: name`", hint_sv: "ta bort det eller öppna ett block ovanför med `::: namn`",
    }
    FENCE_SYNTAX "fence-syntax" Error {
        en: "`{0}` is neither the start nor the end of a block", sv: "`{0}` är varken början eller slutet på ett block",
        hint_en: "a block starts with `::: name` or `::: name \"title\"` on a line of its own and ends with `:::`", hint_sv: "ett block börjar med `::: namn` eller `::: namn \"rubrik\"` på en egen rad och slutar med `:::`",
    }
    FENCE_IN_BLOCK "fence-in-block" Error {
        en: "`{0}` is inside a list or quotation", sv: "`{0}` står inne i en lista eller ett citat",
        hint_en: "leave a blank line above it and start it at the line's first character", hint_sv: "lämna en tom rad ovanför och börja längst till vänster",
    }
    UNKNOWN_FENCE "unknown-block" Error {
        en: "there is no block called `{0}`", sv: "det finns inget block som heter `{0}`",
        hint_en: "there is `deck`, `handout`, `guide`, `do`, `ask`, `watch`, `debrief`, `reply`, `answers`, `columns`, `column`, `note`, `tip`, `warning`, `example`", hint_sv: "det finns `deck`, `handout`, `guide`, `do`, `ask`, `watch`, `debrief`, `reply`, `answers`, `columns`, `column`, `note`, `tip`, `warning`, `example`",
    }
    FENCE_TITLE "block-title" Error {
        en: "`::: {0}` has no title", sv: "`::: {0}` har ingen rubrik",
        hint_en: "only `reply` and the call-outs `note`, `tip`, `warning` and `example` take words in quotation marks", hint_sv: "bara `reply` och rutorna `note`, `tip`, `warning` och `example` tar ord inom citattecken",
    }
    REPLY_WITHOUT_WORDS "reply-without-words" Error {
        en: "`::: reply` lacks what they say", sv: "`::: reply` saknar det som de säger",
        hint_en: "write it in quotation marks: `::: reply \"But the customer said yes\"`", hint_sv: "skriv det inom citattecken: `::: reply \"Men kunden sa ja\"`",
    }
    COLUMNS_ONLY "columns-only" Error {
        en: "`::: columns` holds `::: column` blocks only", sv: "`::: columns` får bara innehålla `::: column`",
        hint_en: "put this into a `::: column`; use longer colons (`::::`) around", hint_sv: "lägg det i en `::: column`; använd fler kolon (`::::`) runt om",
    }
    NESTED_TOO_DEEP "nested-too-deep" Error {
        en: "this lies more than {0} levels deep and is left out", sv: "det här ligger djupare än {0} nivåer och tas inte med",
    }
    HEADING_WITHOUT_MARKS "heading-without-marks" Error {
        en: "this line makes the text above it a heading", sv: "den här raden gör texten ovanför till en rubrik",
        hint_en: "leave a blank line above `---` for a new slide, or write a heading with `##`", hint_sv: "lämna en tom rad ovanför `---` för en ny bild, eller skriv rubriken med `##`",
    }
    HEADING_WITHOUT_SPACE "heading-without-space" Warning {
        en: "`{0}` is no heading: there is no ordinary space after its marks", sv: "`{0}` blir ingen rubrik: det saknas ett vanligt mellanslag efter `#`-tecknen",
        hint_en: "write a space after them: `## Heading`", hint_sv: "skriv ett mellanslag efter dem: `## Rubrik`",
    }
    ATTRIBUTES_ALONE "attributes-alone" Warning {
        en: "`{0}` is printed as text, since it is not on a heading's line", sv: "`{0}` blir vanlig text, eftersom det inte står på en rubriks rad",
        hint_en: "move it to the end of the heading: `## Heading {.role}`", hint_sv: "flytta det till slutet av rubriken: `## Rubrik {.roll}`",
    }
    SPACE_IN_PATH "space-in-path" Warning {
        en: "`{0}` shows no picture: there is a space in its path", sv: "`{0}` visar ingen bild: det finns ett mellanslag i sökvägen",
        hint_en: "rename the file without spaces, or put the path in angle brackets: `![words](<my picture.png>)`", hint_sv: "döp om filen utan mellanslag, eller sätt sökvägen inom vinkelparenteser: `![ord](<min bild.png>)`",
    }
    EMPHASIS_OPEN "emphasis-open" Warning {
        en: "these `{0}` are printed as they are: they do not make a pair", sv: "de här `{0}` skrivs ut som de är: de bildar inget par",
        hint_en: "bold is `**words**`, without spaces inside the stars; write `\\*\\*` if you mean the characters", hint_sv: "fetstil skrivs `**ord**`, utan mellanslag innanför stjärnorna; skriv `\\*\\*` om du menar tecknen",
    }
    UNKNOWN_DATA_BLOCK "unknown-data-block" Warning {
        en: "`{0}` is no data block, and is shown as code", sv: "`{0}` är inget datablock och visas som kod",
        hint_en: "data blocks are called `chart`, `process`, `worksheet` and `poll`, in small letters", hint_sv: "datablocken heter `chart`, `process`, `worksheet` och `poll`, med små bokstäver",
    }
    HTML_OFF "html-off" Warning {
        en: "`{0}` is printed as it is: HTML is off in this course", sv: "`{0}` skrivs ut som det är: HTML är avslaget i kursen",
        hint_en: "say it in Markdown (a new line is two spaces at the end of a line, bold is `**words**`), or write `html: true` in course.yaml", hint_sv: "skriv det i Markdown (ny rad är två mellanslag sist på raden, fetstil är `**ord**`) eller skriv `html: true` i course.yaml",
    }
    TITLE_HEADING "title-heading" Error {
        en: "a heading with one `#` is the title", sv: "en rubrik med ett `#` är titeln",
        hint_en: "write the title in the front matter (`title:`) and sections with `##`", hint_sv: "skriv titeln överst i filen (`title:`) och avsnitt med `##`",
    }
    POSITIONAL_ATTRIBUTE "attribute-syntax" Error {
        en: "`{0}` is neither `#id`, `.role` nor `key=value`", sv: "`{0}` är varken `#id`, `.roll` eller `nyckel=värde`",
        hint_en: "a role starts with a dot; there is no space around `=`; a value with spaces goes in straight quotation marks: `materials=\"pens, paper\"`", hint_sv: "en roll börjar med en punkt; runt `=` står inga mellanslag; ett värde med mellanslag står inom raka citattecken: `materials=\"pennor, papper\"`",
    }
    STRAY_BRACE "stray-brace" Error {
        en: "a brace in a heading belongs to `{#id .role key=value}` at its end", sv: "en klammer i en rubrik hör till `{#id .roll nyckel=värde}` i slutet",
        hint_en: "close it with `}` at the end of the line, or write `\\{` if you mean the character", hint_sv: "stäng den med `}` i slutet av raden, eller skriv `\\{` om du menar tecknet",
    }
    UNKNOWN_ROLE "unknown-role" Error {
        en: "there is no role `.{0}`", sv: "det finns ingen roll `.{0}`",
        hint_en: "roles have English names: `.belief`, `.steelman`, `.guess`, `.illusion`, `.reality`, `.boundary`, `.inversion`, `.process`, `.discussion`, `.activity`, `.reflection`, `.premortem`, `.recap`, `.commitment`, `.break`", hint_sv: "rollerna har engelska namn: `.belief`, `.steelman`, `.guess`, `.illusion`, `.reality`, `.boundary`, `.inversion`, `.process`, `.discussion`, `.activity`, `.reflection`, `.premortem`, `.recap`, `.commitment`, `.break`",
    }
    TWO_ROLES "two-roles" Error {
        en: "a section has one role; `.{0}` is a second", sv: "ett avsnitt har en roll; `.{0}` är en till",
        hint_en: "make it a section of its own", hint_sv: "gör ett eget avsnitt av det",
    }
    UNKNOWN_ATTRIBUTE "unknown-attribute" Error {
        en: "there is no key `{0}` for a section", sv: "det finns ingen nyckel `{0}` för ett avsnitt",
    }
    ATTRIBUTES_NOT_HERE "attributes-not-here" Error {
        en: "only an `#id` can be here", sv: "bara ett `#id` kan stå här",
        hint_en: "roles and keys belong to sections (`##`)", hint_sv: "roller och nycklar hör till avsnitt (`##`)",
    }
    BRACKETS_LEFT "brackets-left" Error {
        en: "`{0}` is left over: a gap is `[[words]]` on one line", sv: "`{0}` blev över: en lucka är `[[ord]]` på en rad",
        hint_en: "write `\\[\\[` if you mean the characters", hint_sv: "skriv `\\[\\[` om du menar tecknen",
    }
    GAP_EMPTY "gap-empty" Error {
        en: "this gap has no answer", sv: "den här luckan har inget svar",
        hint_en: "write the word between the brackets: `[[word]]` or `[[word|hint]]`", hint_sv: "skriv ordet mellan klamrarna: `[[ord]]` eller `[[ord|ledtråd]]`",
    }
    REFERENCE_LOST "reference-lost" Error {
        en: "`{0}` would lose a part: two brackets touch", sv: "`{0}` skulle tappa en del: två klamrar står intill varandra",
        hint_en: "put a space between a fact and a citation, and take facts out of links", hint_sv: "sätt mellanslag mellan faktum och källhänvisning, och ta ut fakta ur länkar",
    }
    FACT_FIELD "unknown-fact-field" Error {
        en: "a fact has no `.{0}`", sv: "ett faktum har ingen `.{0}`",
        hint_en: "there is `.range`, `.n` and `.year`", hint_sv: "det finns `.range`, `.n` och `.year`",
    }
    CITATION_SYNTAX "citation-syntax" Error {
        en: "`{0}` is not a citation", sv: "`{0}` är ingen källhänvisning",
        hint_en: "write `[@key]` or `[@a; @b, p. 12]`", hint_sv: "skriv `[@nyckel]` eller `[@a; @b, s. 12]`",
    }
    LINK_NOT_ALLOWED "link-not-allowed" Error {
        en: "`{0}` cannot be linked to", sv: "det går inte att länka till `{0}`",
        hint_en: "link to `https:`, `mailto:`, `tel:`, a section (`#id`) or another module (`02-x.md#id`)", hint_sv: "länka till `https:`, `mailto:`, `tel:`, ett avsnitt (`#id`) eller en annan modul (`02-x.md#id`)",
    }
    SOURCE_WITHOUT_TYPE "source-without-type" Error {
        en: "the source `{0}` does not say what kind of work it is", sv: "källan `{0}` säger inte vad för slags verk den är",
        hint_en: "add `type:` with `article`, `book`, `chapter`, `report`, `web`, `post`, `thesis` or another kind", hint_sv: "lägg till `type:` med `article`, `book`, `chapter`, `report`, `web`, `post`, `thesis` eller något annat slag",
    }
    UNKNOWN_SOURCE_TYPE "unknown-source-type" Error {
        en: "there is no kind of source called `{0}`", sv: "det finns inget slags källa som heter `{0}`",
        hint_en: "common ones are `article`, `book`, `chapter`, `report`, `web`, `post` and `thesis`; if none fits, `misc`", hint_sv: "vanliga är `article`, `book`, `chapter`, `report`, `web`, `post` och `thesis`; passar inget, skriv `misc`",
    }
    SOURCE_FIELD "source-field" Error {
        en: "`{0}` in the source `{1}` is not written in a way that can be read", sv: "`{0}` i källan `{1}` är inte skrivet så att det går att läsa",
        hint_en: "dates are `2026`, `2026-11` or `2026-11-23`, people `\"Adamson, Brent\"`, addresses start with `https://`, and a title that is a number goes in quotation marks", hint_sv: "datum skrivs `2026`, `2026-11` eller `2026-11-23`, personer `\"Adamson, Brent\"`, adresser börjar med `https://` och en titel som är ett tal står inom citattecken",
    }
    SOURCE_UNREADABLE "source-unreadable" Error {
        en: "the source `{0}` cannot be read", sv: "källan `{0}` går inte att läsa",
        hint_en: "it needs fields indented below its key; check what is under `parent:` and in pages, volume and issue", hint_sv: "den behöver fält, indragna under nyckeln; kontrollera det som står under `parent:` och i sidor, volym och nummer",
    }
    INVALID_BIBLATEX "invalid-biblatex" Error {
        en: "this is not valid BibLaTeX: {0}", sv: "det här är inte giltig BibLaTeX: {0}",
        hint_en: "an entry is `@book{key, title = {…}, year = {2026}}`; look for a missing brace or comma", hint_sv: "en post ser ut så här: `@book{nyckel, title = {…}, year = {2026}}`; leta efter en klammer eller ett komma som saknas",
    }
    DUPLICATE_SOURCE "duplicate-source" Error {
        en: "there is another source with the key `{0}`", sv: "det finns en annan källa med nyckeln `{0}`",
        hint_en: "give one of them another key, or remove the one you do not need", hint_sv: "ge den ena en annan nyckel eller ta bort den som inte behövs",
    }
    SOURCE_CIRCLE "source-circle" Error {
        en: "`{0}` takes what it says from itself, by way of `crossref`, `xdata` or an abbreviation", sv: "`{0}` hämtar sitt innehåll från sig själv, genom `crossref`, `xdata` eller en förkortning",
        hint_en: "name the work it is a part of, by its key between braces", hint_sv: "ange verket som den är en del av, med dess nyckel mellan klamrar",
    }
    SOURCES_SHAPE "sources-shape" Error {
        en: "`{0}` is not a list of sources", sv: "`{0}` är ingen källista",
        hint_en: "write a key for each source at the start of a line (`adamson2012:`), with its fields indented below", hint_sv: "skriv en nyckel för varje källa i början av raden (`adamson2012:`) och dess fält indragna under",
    }
    DUPLICATE_ID "duplicate-id" Error {
        en: "`{0}` is used twice", sv: "`{0}` används två gånger",
        hint_en: "give one of them another id", hint_sv: "ge den ena ett annat id",
    }
    FACT_ID "fact-id" Error {
        en: "a text cannot name `{0}`", sv: "det går inte att skriva `{0}` i en text",
        hint_en: "an id has letters, digits and hyphens, without spaces or points: `price-share`", hint_sv: "ett id består av bokstäver, siffror och bindestreck, utan mellanslag eller punkter: `prisets-andel`",
    }
    CUT_TOO_LONG "cut-too-long" Warning {
        en: "cut to {0} minutes is longer than the {1} planned", sv: "nedkortat till {0} minuter är längre än de {1} som är planerade",
        hint_en: "`cut=` says how short the section can become: give it fewer minutes than `minutes=`", hint_sv: "`cut=` säger hur kort avsnittet kan bli: ge det färre minuter än `minutes=`",
    }
    LUNCH_BEFORE_START "lunch-before-start" Warning {
        en: "lunch at {0} lies before the day starts", sv: "lunchen {0} ligger före dagens början",
        hint_en: "change `at:`, `start:`, or leave `lunch:` out", hint_sv: "ändra `at:` eller `start:`, eller ta bort `lunch:`",
    }
    NOT_A_PICTURE "not-a-picture" Warning {
        en: "`{0}` is no picture that can be shown", sv: "`{0}` är ingen bild som går att visa",
        hint_en: "save it anew as PNG, JPEG, WebP or SVG; to change the name's ending is not enough", hint_sv: "spara den på nytt som PNG, JPEG, WebP eller SVG; det räcker inte att ändra filändelsen",
    }
    REVIEWED_AHEAD "reviewed-ahead" Warning {
        en: "{0} is still to come: nothing can have been checked then", sv: "{0} har inte varit än: då kan inget ha kontrollerats",
        hint_en: "write the day when it was last checked, year first: `2026-11-01`", hint_sv: "skriv dagen då det senast kontrollerades, med året först: `2026-11-01`",
    }
    PERCENT_WITHOUT_OF "percent-without-of" Error {
        en: "per cent of what?", sv: "procent av vad?",
        hint_en: "add `of:` with what the hundred per cent are", hint_sv: "lägg till `of:` med vad hundra procent är",
    }
    RANGE_REVERSED "range-reversed" Error {
        en: "the figure does not lie between `low` and `high`", sv: "siffran ligger inte mellan `low` och `high`",
    }
    UNKNOWN_LANGUAGE "unknown-language" Error {
        en: "courses cannot be written in `{0}`; there is {1}", sv: "det går inte att skriva kurser på `{0}`; det finns {1}",
    }
    CHART_EMPTY "chart-empty" Error {
        en: "this chart shows nothing", sv: "det här diagrammet visar ingenting",
        hint_en: "give it `fact: ID` or `data:` with labels and values", hint_sv: "ge det `fact: ID` eller `data:` med etiketter och värden",
    }
    CHART_VALUE "chart-value" Error {
        en: "a value is one of `value:`, `fact:`, or in a slope `from:` and `to:`", sv: "ett värde är antingen `value:`, `fact:` eller i en slope `from:` och `to:`",
    }
    UNKNOWN_STEP "unknown-step" Error {
        en: "there is no step `{0}` to go back to", sv: "det finns inget steg `{0}` att gå tillbaka till",
    }
    WORKSHEET_EMPTY "worksheet-empty" Error {
        en: "a worksheet has either `fields:` or `columns:`", sv: "ett arbetsblad har antingen `fields:` eller `columns:`",
        hint_en: "give it `fields:` with a `label:` each, or `columns:` and `rows:` for a table", hint_sv: "ge det `fields:` med var sin `label:`, eller `columns:` och `rows:` för en tabell",
    }
    POLL_OPTIONS "poll-options" Error {
        en: "a vote has two to eight options", sv: "en omröstning har två till åtta alternativ",
    }
    NOT_INSIDE "not-inside" Error {
        en: "this cannot be inside a list, quotation, definition or footnote", sv: "det här kan inte stå inne i en lista, ett citat, en definition eller en fotnot",
        hint_en: "leave a blank line above it and start it at the line's first character", hint_sv: "lämna en tom rad ovanför och börja längst till vänster",
    }
    GUESS_WITHOUT_FACT "guess-without-fact" Error {
        en: "a guess needs `fact=` with the figure to be guessed", sv: "en gissning behöver `fact=` med siffran som ska gissas",
        hint_en: "put the figure in facts.yaml, and its id here: `{.guess fact=ID}`", hint_sv: "lägg siffran i facts.yaml och skriv dess id här: `{.guess fact=ID}`",
    }
    ATTRIBUTE_VALUE "attribute-value" Error {
        en: "`{0}` cannot be `{1}`; it is one of {2}", sv: "`{0}` kan inte vara `{1}`; det är något av {2}",
    }
    FRONT_MATTER_MISSING "front-matter-missing" Error {
        en: "a module starts with its front matter: `---`, `title: …`, `---`", sv: "en modul börjar med `---`, `title: …`, `---`",
        hint_en: "put the title between two lines of `---` at the top of the file", hint_sv: "skriv titeln mellan två rader `---` överst i filen",
    }
    SECTION_NOT_TRANSLATED "section-not-translated" Error {
        en: "“{0}” (`#{1}`) is not translated", sv: "”{0}” (`#{1}`) är inte översatt",
        hint_en: "add the section with the same `#id`", hint_sv: "lägg till avsnittet med samma `#id`",
    }
    QUESTION_NOT_TRANSLATED "question-not-translated" Error {
        en: "the question `{0}` is not translated", sv: "frågan `{0}` är inte översatt",
        hint_en: "copy it from the original and translate its texts", hint_sv: "kopiera den från originalet och översätt texterna",
    }
    SECTION_NOT_IN_ORIGINAL "section-not-in-original" Error {
        en: "“{0}” has no section in the original", sv: "”{0}” har inget avsnitt i originalet",
        hint_en: "give it the `#id` of the original's section", hint_sv: "ge det samma `#id` som originalets avsnitt",
    }
    NO_SECTIONS "no-sections" Error {
        en: "a module in YAML needs `sections:`", sv: "en modul i YAML behöver `sections:`",
    }
    NO_TRANSLATION "no-translation" Error {
        en: "there is no translation to `{0}`: the folder `{1}` is empty or missing", sv: "det finns ingen översättning till `{0}`: mappen `{1}` är tom eller saknas",
        hint_en: "`tvartom new translation COURSE/LANG` starts one", hint_sv: "`tvartom new translation KURS/SPRÅK` påbörjar en",
    }
    UNKNOWN_MODULE "unknown-module" Error {
        en: "there is no module `{0}`", sv: "det finns ingen modul `{0}`",
    }
    MISNAMED_FILE "misnamed-file" Error {
        en: "`{0}` is not read under this name", sv: "`{0}` läses inte med det här namnet",
        hint_en: "rename it to `{1}`", hint_sv: "döp om den till `{1}`",
    }
    FILE_LEFT_OUT "file-left-out" Warning {
        en: "`{0}` is left out of the course because of its name", sv: "`{0}` kommer inte med i kursen, på grund av namnet",
        hint_en: "rename it to `{1}`, or to a name that starts with `_` if it is to be left out", hint_sv: "döp om den till `{1}`, eller till ett namn som börjar med `_` om den inte ska vara med",
    }
    MODULE_LEFT_OUT "module-left-out" Warning {
        en: "the module `{0}` is left out of the course", sv: "modulen `{0}` kommer inte med i kursen",
        hint_en: "start its name with a number (`01-{0}`) or, if course.yaml has `modules:`, list it there; a name that starts with `_` is left out on purpose", hint_sv: "börja namnet med ett nummer (`01-{0}`) eller, om course.yaml har `modules:`, lägg till den där; ett namn som börjar med `_` utelämnas med flit",
    }
    QUIZ_WITHOUT_MODULE "quiz-without-module" Warning {
        en: "the quiz `{0}` belongs to no module", sv: "quizet `{0}` hör inte till någon modul",
        hint_en: "give it the name of its module: `01-x.quiz.yaml` belongs to `01-x.md`", hint_sv: "ge det samma namn som sin modul: `01-x.quiz.yaml` hör till `01-x.md`",
    }
    COURSE_WITHOUT_FILE "course-without-file" Warning {
        en: "the folder `{0}` has modules, but no course.yaml", sv: "mappen `{0}` har moduler men ingen course.yaml",
        hint_en: "write a course.yaml with `title:` and `lang:` there, or let the folder's name start with `_` if it is no course", hint_sv: "lägg en course.yaml med `title:` och `lang:` där, eller låt mappens namn börja med `_` om det inte är en kurs",
    }
    TRANSLATION_NOT_LISTED "translation-not-listed" Warning {
        en: "`{0}` has modules, but `{1}` is not among the translations", sv: "`{0}` har moduler, men `{1}` finns inte bland översättningarna",
        hint_en: "write `translations: [{1}]` in course.yaml", hint_sv: "skriv `translations: [{1}]` i course.yaml",
    }
    TRANSLATION_WITHOUT_ORIGINAL "translation-without-original" Warning {
        en: "`{0}` translates no module of the course", sv: "`{0}` är ingen översättning av någon modul i kursen",
        hint_en: "give it the same name as the original", hint_sv: "ge den samma namn som originalet",
    }
    DUPLICATE_SLUG "duplicate-slug" Error {
        en: "two modules would be published as `{0}`; the other is `{1}`", sv: "två moduler skulle publiceras som `{0}`; den andra är `{1}`",
        hint_en: "give one of them another `slug:`", hint_sv: "ge den ena en annan `slug:`",
    }
    NAME_NOT_ALLOWED "name-not-allowed" Error {
        en: "`{0}` cannot be part of an address", sv: "`{0}` kan inte vara en del av en adress",
        hint_en: "use letters, digits and hyphens, at most 100 of them; `trainer`, `assets`, `index.html` and `search.js` are taken", hint_sv: "använd bokstäver, siffror och bindestreck, högst 100 tecken; `trainer`, `assets`, `index.html` och `search.js` är upptagna",
    }
    MODULE_TWINS "module-twins" Error {
        en: "`{0}` is written twice, in Markdown and in YAML; the other is `{1}`", sv: "`{0}` är skriven två gånger, i Markdown och i YAML; den andra är `{1}`",
        hint_en: "keep one of the two files", hint_sv: "behåll en av de två filerna",
    }
    MORE_FINDINGS "more-findings" Warning {
        en: "from here on {0} more findings in this file are not shown", sv: "härifrån visas {0} fel och varningar till i den här filen inte",
        hint_en: "mend the first ones and check again: many have one cause", hint_sv: "rätta de första och kontrollera igen: många har samma orsak",
    }
    FORMULA_TOO_LONG "formula-too-long" Error {
        en: "this formula has more than {0} characters and is left out", sv: "den här formeln har fler än {0} tecken och tas inte med",
        hint_en: "if it is no formula, write `\\$` for the sign", hint_sv: "om det inte är en formel: skriv `\\$` för tecknet",
    }
    SECTION_IN_BODY "section-in-body" Error {
        en: "a section stands inside another one", sv: "ett avsnitt står inuti ett annat",
        hint_en: "in a module in YAML each section is an item of `sections:`; `###` starts a new slide", hint_sv: "i en modul i YAML är varje avsnitt en punkt under `sections:`; `###` börjar en ny bild",
    }
    TOO_MANY "too-many" Error {
        en: "no more than {0} are read; what follows from here on is left out", sv: "fler än {0} läses inte; det som följer härifrån tas inte med",
        hint_en: "divide it into several modules", hint_sv: "dela upp det på flera moduler",
    }
    FILE_TOO_LARGE "file-too-large" Error {
        en: "`{0}` is {1} MB; texts are read up to 16 MB", sv: "`{0}` är {1} MB; texter läses upp till 16 MB",
    }
    NOT_UTF8 "not-utf8" Error {
        en: "`{0}` is not UTF-8 from here on", sv: "`{0}` är inte UTF-8 härifrån",
        hint_en: "save the file as UTF-8 in your editor", hint_sv: "spara filen som UTF-8 i din editor",
    }
    TOO_FEW_OPTIONS "too-few-options" Error {
        en: "a question needs at least {0} things to choose from", sv: "en fråga behöver minst {0} saker att välja på",
    }
    NO_RIGHT_ANSWER "no-right-answer" Error {
        en: "this question has no right answer", sv: "den här frågan har inget rätt svar",
        hint_en: "mark the right option with `correct: true`", hint_sv: "märk rätt alternativ med `correct: true`",
    }
    TWO_RIGHT_ANSWERS "two-right-answers" Error {
        en: "a `single` question has one right answer, this has more", sv: "en fråga av slaget `single` har ett rätt svar, den här har fler",
        hint_en: "make it `kind: multiple`, or mark one option only", hint_sv: "gör den till `kind: multiple` eller märk bara ett alternativ",
    }
    UNKNOWN_CLAIM "unknown-claim" Error {
        en: "there is no belief `#{0}` in this module", sv: "det finns ingen föreställning `#{0}` i modulen",
    }
    UNKNOWN_FACT "unknown-fact" Error {
        en: "there is no fact `{0}` in facts.yaml", sv: "det finns inget faktum `{0}` i facts.yaml",
    }
    FACT_WITHOUT_VALUE "fact-without-value" Error {
        en: "the fact `{0}` has no {1}", sv: "faktumet `{0}` saknar {1}",
        hint_en: "add it in facts.yaml", hint_sv: "lägg till det i facts.yaml",
    }
    TOLERANCE_MISSING "tolerance-missing" Error {
        en: "how far off still counts as right?", sv: "hur långt ifrån räknas som rätt?",
        hint_en: "add `tolerance:`, or a fact with `low` and `high`", hint_sv: "lägg till `tolerance:`, eller ett faktum med `low` och `high`",
    }
    CLOZE_WITHOUT_GAP "cloze-without-gap" Error {
        en: "this sentence has no gap", sv: "den här meningen har ingen lucka",
        hint_en: "put the word to be found in `[[…]]`", hint_sv: "sätt ordet som ska hittas i `[[…]]`",
    }
    CLOZE_ACCEPT "cloze-accept" Error {
        en: "lists in `accept:`: {0}, gaps in the sentence: {1}", sv: "listor i `accept:`: {0}, luckor i meningen: {1}",
        hint_en: "write one list for each gap, in order, with brackets of its own: `accept: [[trust, reliance], [time]]`", hint_sv: "skriv en lista för varje lucka, i ordning, med egna klamrar: `accept: [[tillit, förtroende], [tid]]`",
    }
    UNKNOWN_SOURCE "unknown-source" Error {
        en: "there is no source `{0}`", sv: "det finns ingen källa `{0}`",
        hint_en: "add it in sources.yaml", hint_sv: "lägg till den i sources.yaml",
    }
    UNKNOWN_SECTION "unknown-section" Error {
        en: "there is no section `#{0}`", sv: "det finns inget avsnitt `#{0}`",
    }
    UNKNOWN_PICTURE "unknown-picture" Error {
        en: "there is no picture `{0}`", sv: "det finns ingen bild `{0}`",
        hint_en: "the path starts at the module's own folder", hint_sv: "sökvägen utgår från modulens mapp",
    }
    UNKNOWN_OBJECTIVE "unknown-objective" Error {
        en: "there is no objective `{0}` in this module", sv: "det finns inget mål `{0}` i modulen",
    }
    UNKNOWN_MISCONCEPTION "unknown-misconception" Error {
        en: "there is no misconception `{0}` in this course", sv: "det finns ingen missuppfattning `{0}` i kursen",
        hint_en: "add it under `misconceptions:` at the top of a module", hint_sv: "lägg till den under `misconceptions:` överst i en modul",
    }
    UNKNOWN_FOOTNOTE "unknown-footnote" Error {
        en: "there is no footnote `{0}`", sv: "det finns ingen fotnot `{0}`",
        hint_en: "write its text on a line of its own: `[^{0}]: …`", hint_sv: "skriv dess text på en egen rad: `[^{0}]: …`",
    }
    FACT_WITHOUT_SOURCE "fact-without-source" Warning {
        en: "`{0}` is graded as a study or a survey, but names no source", sv: "`{0}` är graderat som en studie eller undersökning, men anger ingen källa",
        hint_en: "add `sources: [KEY]`, or grade it `E` if it is experience", hint_sv: "lägg till `sources: [NYCKEL]`, eller gradera det `E` om det är erfarenhet",
    }
    FACT_WITHOUT_CAVEAT "fact-without-caveat" Error {
        en: "`{0}` is disputed or rests on weak evidence, but has no caveat", sv: "`{0}` är omtvistat eller har svagt underlag, men saknar förbehåll",
        hint_en: "add `caveat:` with one sentence that must be said with it", hint_sv: "lägg till `caveat:` med en mening som måste sägas med",
    }
    BELIEF_WITHOUT_REALITY "belief-without-reality" Error {
        en: "nothing says how it really is", sv: "inget säger hur det verkligen är",
        hint_en: "add a section with `.reality` before the next belief", hint_sv: "lägg till ett avsnitt med `.reality` före nästa föreställning",
    }
    ALT_MISSING "alt-missing" Warning {
        en: "this picture says nothing to those who cannot see it", sv: "den här bilden säger inget till den som inte kan se den",
        hint_en: "describe it: `![what it shows](path)`", hint_sv: "beskriv den: `![vad den visar](sökväg)`",
    }
    EMPTY_SLIDE "empty-slide" Warning {
        en: "this slide shows nothing but its title", sv: "den här bilden visar bara sin rubrik",
        hint_en: "make its key message a paragraph in bold: `**One sentence.**`", hint_sv: "gör huvudbudskapet till ett stycke i fetstil: `**En mening.**`",
    }
    SLIDE_OVERFLOW "slide-overflow" Warning {
        en: "slide {0}, “{1}”, is {2} pixels too full (720 fit), even in the smallest type", sv: "bild {0}, ”{1}”, är {2} bildpunkter för full (720 ryms), även med minsta stilen",
        hint_en: "start a new slide with `---` where a second thought begins, or say some of it", hint_sv: "börja en ny bild med `---` där nästa tanke börjar, eller säg en del av det",
    }
    GLYPH_MISSING "glyph-missing" Warning {
        en: "no typeface has `{0}` ({1}): in a PDF it becomes an empty box", sv: "inget typsnitt har `{0}` ({1}): i en PDF blir det en tom ruta",
        hint_en: "say it in words, or with a sign such as ✓, → or !", hint_sv: "säg det med ord, eller med ett tecken som ✓, → eller !",
    }
    PDF_BELOW_STANDARD "pdf-below-standard" Warning {
        en: "{0} is not accessible to everybody: {1}", sv: "{0} är inte tillgänglig för alla: {1}",
        hint_en: "change what the sentence names; the file is made, but it does not meet PDF/UA", hint_sv: "ändra det som meningen nämner; filen görs, men den följer inte PDF/UA",
    }
    PDF_NOT_MADE "pdf-not-made" Error {
        en: "{0} could not be made: {1}", sv: "{0} gick inte att göra: {1}",
        hint_en: "change what the sentence names; if it names nothing of yours, tell the makers of Tvärtom", hint_sv: "ändra det som meningen nämner; om det inte är ditt, hör av dig till dem som gör Tvärtom",
    }
    PICTURE_NOT_PRINTED "picture-not-printed" Warning {
        en: "the picture `{0}` cannot be read: in a PDF its words stand in its place", sv: "bilden `{0}` går inte att läsa: i en PDF står dess ord i stället",
        hint_en: "save the picture anew, as PNG, JPEG or SVG", hint_sv: "spara bilden på nytt, som PNG, JPEG eller SVG",
    }
    FONT_NOT_PRINTED "font-not-printed" Warning {
        en: "`{0}` is no typeface that a PDF can be set in: the program's own is used", sv: "`{0}` är inget typsnitt som en PDF kan sättas med: programmets eget används",
        hint_en: "name the same typeface as a TTF or OTF file; WOFF and WOFF2 are packed for the web", hint_sv: "ange samma typsnitt som TTF- eller OTF-fil; WOFF och WOFF2 är packade för webben",
    }
    OVER_TARGET "over-target" Warning {
        en: "the variant `{0}` takes {1} minutes at least, {2} are planned", sv: "upplägget `{0}` tar minst {1} minuter, {2} är planerade",
        hint_en: "give more sections `priority=should` or `could`, or a lower `cut=`", hint_sv: "ge fler avsnitt `priority=should` eller `could`, eller ett lägre `cut=`",
    }
    CLAIM_INCOMPLETE "claim-incomplete" Warning {
        en: "this claim has no {0}", sv: "det här påståendet saknar {0}",
        hint_en: "add a section with the role before the next belief", hint_sv: "lägg till ett avsnitt med den rollen före nästa föreställning",
    }
    CLAIM_UNASKED "claim-unasked" Warning {
        en: "no question asks about the claim `#{0}`", sv: "ingen fråga prövar påståendet `#{0}`",
        hint_en: "add a question with `kind: truth` and `claim: {0}`, or give a wrong option a misconception with `belief: {0}`", hint_sv: "lägg till en fråga med `kind: truth` och `claim: {0}`, eller ge ett felaktigt alternativ en missuppfattning med `belief: {0}`",
    }
    GUESS_REVEALED "guess-revealed" Warning {
        en: "`{0}` is given away before it is guessed", sv: "`{0}` avslöjas innan någon har fått gissa",
        hint_en: "take the figure out here, or put the guess above it", hint_sv: "ta bort siffran här eller flytta gissningen ovanför den",
    }
    OBJECTIVE_WITHOUT_ACTIVITY "objective-without-activity" Warning {
        en: "participants never practise the objective `{0}`", sv: "deltagarna får aldrig öva på målet `{0}`",
        hint_en: "write `objective={0}` at the section where they do, or add an activity", hint_sv: "skriv `objective={0}` vid avsnittet där de gör det, eller lägg till en övning",
    }
    OBJECTIVE_WITHOUT_QUESTION "objective-without-question" Warning {
        en: "no question tests the objective `{0}`", sv: "ingen fråga prövar målet `{0}`",
        hint_en: "write `objective: {0}` at the question that tests it, or add one", hint_sv: "skriv `objective: {0}` vid frågan som prövar det, eller lägg till en",
    }
    OBJECTIVE_NOT_OBSERVABLE "objective-not-observable" Warning {
        en: "“{0}” is not something others can see a person do", sv: "”{0}” är inget som andra kan se någon göra",
        hint_en: "say what they do when they can: name, explain, tell apart, use, judge, draw up", hint_sv: "säg vad de gör när de kan det: ange, förklara, skilja mellan, använda, bedöma, ta fram",
    }
    ACTIVITY_WITHOUT_DEBRIEF "activity-without-debrief" Warning {
        en: "{0} minutes of work, and nothing says how it is gathered up", sv: "{0} minuters arbete, och inget säger hur det samlas upp",
        hint_en: "add `::: debrief` with what to ask, and a minute or two for it", hint_sv: "lägg till `::: debrief` med vad du ska fråga, och ett par minuter för det",
    }
    TYPED_NUMBER "typed-number" Warning {
        en: "“{0}” was typed by hand, without evidence", sv: "”{0}” är skrivet för hand, utan underlag",
        hint_en: "put the figure in facts.yaml and write `[=id]` here", hint_sv: "lägg siffran i facts.yaml och skriv `[=id]` här",
    }
    STRONG_WORDS "strong-words" Warning {
        en: "“{0}” says more than the evidence for `{1}` does", sv: "”{0}” säger mer än vad underlaget för `{1}` gör",
        hint_en: "say what was found, by whom: “in this survey …”", hint_sv: "säg vad som har kommit fram, och hos vem: ”i den här undersökningen …”",
    }
    STALE_FACT "stale-fact" Warning {
        en: "`{0}` was last checked {1}, more than {2} months ago", sv: "`{0}` kontrollerades senast {1}, för mer än {2} månader sedan",
        hint_en: "look at its source again; then change the figure or the date", hint_sv: "gå till källan igen och ändra sedan siffran eller datumet",
    }
    CONTRADICTING_FACTS "contradicting-facts" Warning {
        en: "`{0}` and `{1}` make the same claim, with figures that cannot both be right", sv: "`{0}` och `{1}` påstår samma sak, med siffror som inte båda kan stämma",
        hint_en: "name the source of the one in `disputed_by:` of the other, or say in the statements what sets them apart", hint_sv: "ange den enas källa i `disputed_by:` hos den andra, eller säg i texterna vad som skiljer dem åt",
    }
    SECOND_HAND_SOURCE "second-hand-source" Warning {
        en: "`{0}` is cited second-hand", sv: "`{0}` är citerad i andra hand",
        hint_en: "look it up and cite it itself; if it cannot be found, cite the work you did read", hint_sv: "leta upp den och hänvisa till den själv; går den inte att få tag på, hänvisa till det verk du har läst",
    }
    LONGEST_ANSWER "longest-answer" Warning {
        en: "the right answer is the longest in all {0} questions with one right option", sv: "rätt svar är längst i alla {0} frågor med ett rätt alternativ",
        hint_en: "shorten the right answers, or make a wrong one as precise", hint_sv: "korta de rätta svaren eller gör ett felaktigt lika utförligt",
    }
    ANSWER_IN_PLACE "answer-in-place" Warning {
        en: "the right answer is {0} in every question", sv: "rätt svar är {0} i varje fråga",
        hint_en: "move some of the right options", hint_sv: "flytta på några av de rätta alternativen",
    }
    SILENT_DISTRACTOR "silent-distractor" Warning {
        en: "nothing says why “{0}” is tempting and wrong", sv: "inget säger varför ”{0}” lockar och är fel",
        hint_en: "add `why:` with what is so, or `misconception:` with the belief it stands for", hint_sv: "lägg till `why:` med hur det är, eller `misconception:` med föreställningen det står för",
    }
    NEGATIVE_QUESTION "negative-question" Warning {
        en: "“{0}” turns the question around, and is easily missed", sv: "”{0}” vänder på frågan och är lätt att missa",
        hint_en: "ask for what is so; if you cannot, write the word in bold", hint_sv: "fråga efter det som stämmer; går det inte, skriv ordet i fetstil",
    }
    ABOUT_OPTIONS "about-options" Warning {
        en: "“{0}” is about the other options", sv: "”{0}” handlar om de andra alternativen",
        hint_en: "write an answer of its own, or make it `kind: multiple`", hint_sv: "skriv ett eget svar eller gör frågan till `kind: multiple`",
    }
    EQUAL_ITEMS "equal-items" Error {
        en: "“{0}” stands here twice, so nobody can tell which place is right", sv: "”{0}” står här två gånger, så ingen kan veta vilken plats som är rätt",
        hint_en: "word one of them otherwise, or leave it out", hint_sv: "formulera den ena på ett annat sätt eller ta bort den",
    }
    ESTIMATE_TWICE "estimate-twice" Error {
        en: "this question has both `fact:` and `answer:`, which may say two things", sv: "frågan har både `fact:` och `answer:`, som kan säga olika saker",
        hint_en: "keep `fact:`; `answer:` is for a figure that is no fact", hint_sv: "behåll `fact:`; `answer:` är för en siffra som inte är ett faktum",
    }
    OVERLAPPING_OPTIONS "overlapping-options" Warning {
        en: "“{0}” and “{1}” can both be right", sv: "”{0}” och ”{1}” kan stämma samtidigt",
        hint_en: "let one end just before the next begins: `10–19`, `20–29`", hint_sv: "låt det ena sluta precis före nästa: `10–19`, `20–29`",
    }
    HARD_TO_READ "hard-to-read" Warning {
        en: "this is hard to read: {0} {1}, limit {2}", sv: "det här är svårläst: {0} {1}, gräns {2}",
        hint_en: "split the longest sentences, and take the everyday word where there is one", hint_sv: "dela de längsta meningarna och ta det vardagliga ordet där det finns ett",
    }
    TRANSLATION_BEHIND "translation-behind" Warning {
        en: "the original in `{0}` has changed since this was translated", sv: "originalet i `{0}` har ändrats sedan det här översattes",
        hint_en: "bring the translation up to date, then run `tvartom check --mark-translated`", hint_sv: "uppdatera översättningen och kör sedan `tvartom check --mark-translated`",
    }
    GAPS_DIFFER "gaps-differ" Warning {
        en: "gaps here: {0}, in the original: {1}", sv: "luckor här: {0}, i originalet: {1}",
        hint_en: "let the same words be gaps in both languages", hint_sv: "låt samma ord vara luckor på båda språken",
    }
    UNUSED_FACT "unused-fact" Warning {
        en: "no text shows the fact `{0}`", sv: "ingen text visar faktumet `{0}`",
        hint_en: "show it with `[={0}]`, or take it out of facts.yaml: until then the practice cards ask for it all the same", hint_sv: "visa det med `[={0}]` eller ta bort det ur facts.yaml; till dess kan repetitionskorten ändå fråga efter det",
    }
    UNUSED_SOURCE "unused-source" Warning {
        en: "the source `{0}` is cited nowhere", sv: "ingen hänvisar till källan `{0}`",
        hint_en: "cite it with `[@{0}]` or in a fact, or take it out", hint_sv: "hänvisa till den med `[@{0}]` eller i ett faktum, eller ta bort den",
    }
    UNUSED_PICTURE "unused-picture" Warning {
        en: "the picture `{0}` is shown nowhere", sv: "bilden `{0}` visas ingenstans",
        hint_en: "show it, or move it out of the course’s folder", hint_sv: "visa den eller flytta den ur kursens mapp",
    }
    NO_BREAK "no-break" Warning {
        en: "`{0}` has {1} minutes of work without a break", sv: "`{0}` har {1} minuters arbete utan paus",
        hint_en: "add `schedule:` with `break: {every: 90, minutes: 15}`, or a section with `.break`", hint_sv: "lägg till `schedule:` med `break: {every: 90, minutes: 15}`, eller ett avsnitt med `.break`",
    }
    NO_ACTIVITY "no-activity" Warning {
        en: "participants have nothing to do for {0} minutes here", sv: "här har deltagarna inget att göra på {0} minuter",
        hint_en: "let them vote, guess, talk or write: add a task, or `::: ask` with a question", hint_sv: "låt dem rösta, gissa, prata eller skriva: lägg till en uppgift, eller `::: ask` med en fråga",
    }
    DATA_NOT_TRANSLATED "data-not-translated" Error {
        en: "data blocks in the original: {0}, in this translation: {1}", sv: "datablock i originalet: {0}, i den här översättningen: {1}",
        hint_en: "copy the missing one and translate its texts; it must come in the same order", hint_sv: "kopiera det som saknas och översätt texterna i det; ordningen ska vara densamma",
    }
    LEAK "leak" Error {
        en: "text for the trainer is on a participants' page: {0}", sv: "text för kursledaren finns på en sida för deltagare: {0}",
        hint_en: "say it in other words where participants read it, or take it out of the trainer's block", hint_sv: "säg det med andra ord där deltagare läser, eller ta bort det ur kursledarens block",
    }
    UNUSED_ALLOW "unused-allow" Warning {
        en: "this `allow {0}` silences nothing", sv: "den här `allow {0}` tystar ingenting",
        hint_en: "remove it", hint_sv: "ta bort den",
    }
    NO_COURSES "no-courses" Error {
        en: "there is no course here", sv: "här finns ingen kurs",
        hint_en: "a course is a folder with a course.yaml; `tvartom new course NAME` starts one", hint_sv: "en kurs är en mapp med en course.yaml; `tvartom new course NAMN` påbörjar en",
    }
    UNKNOWN_PATH "unknown-path" Error {
        en: "there is no course or module `{0}`", sv: "det finns ingen kurs eller modul `{0}`",
    }
    OUTSIDE "outside" Error {
        en: "`{0}` leads out of the curriculum", sv: "`{0}` leder ut ur kursmappen",
        hint_en: "copy the file into the curriculum", hint_sv: "kopiera filen in i kursmappen",
    }
    UNKNOWN_THEME "unknown-theme" Error {
        en: "there is no theme `{0}`", sv: "det finns inget tema `{0}`",
        hint_en: "a theme is a folder in `themes`; without one the built-in theme is used", hint_sv: "ett tema är en mapp i `themes`; utan mapp används det inbyggda temat",
    }
    THEME_LOOP "theme-loop" Error {
        en: "the theme `{0}` extends itself", sv: "temat `{0}` bygger på sig självt",
        hint_en: "take one `extends:` out", hint_sv: "ta bort ett `extends:`",
    }
    NOT_UTF8_THEME "theme-not-utf8" Error {
        en: "`{0}` is not UTF-8 text", sv: "`{0}` är inte text i UTF-8",
        hint_en: "save the file as UTF-8", hint_sv: "spara filen som UTF-8",
    }
    BROKEN_TEMPLATE "broken-template" Error {
        en: "the page shell `{0}` cannot be used: {1}", sv: "sidmallen `{0}` går inte att använda: {1}",
        hint_en: "until it is mended the built-in shell is used", hint_sv: "tills den är rättad används den inbyggda mallen",
    }
    UNKNOWN_TEMPLATE_VALUE "unknown-template-value" Error {
        en: "the shell `{1}` asks for `{0}`, which no document gives", sv: "mallen `{1}` frågar efter `{0}`, som inget dokument ger",
        hint_en: "the built-in shell shows which values there are", hint_sv: "den inbyggda mallen visar vilka värden som finns",
    }
    NOT_A_COLOR "not-a-color" Error {
        en: "`{0}` is not a color", sv: "`{0}` är ingen färg",
        hint_en: "write it as `#14213d`, or name a color of the palette", hint_sv: "skriv den som `#14213d` eller namnge en färg i paletten",
    }
    POOR_CONTRAST "poor-contrast" Warning {
        en: "`{0}` ({2}) has a contrast of {1} on the paper ({3}); words need 4.5", sv: "`{0}` ({2}) har kontrasten {1} mot papperet ({3}); ord behöver 4,5",
        hint_en: "choose a darker color or a lighter paper", hint_sv: "välj en mörkare färg eller ett ljusare papper",
    }
}
