//! Arguments of findings that are words of ours, not the author's: told in the reader's language like the sentence around them.

use super::fault::Fault;

/// Where the sentences of some faults have words of ours.
const POSITIONS: &[(&str, &[usize])] = &[
    ("wrong-type", &[1, 2]),
    ("missing-field", &[1]),
    ("fields-expected", &[0]),
    ("unknown-field", &[1]),
    ("differs-from-original", &[1, 2]),
];

/// English and Swedish. What a field belongs to stands in the definite form in Swedish.
const NOUNS: &[(&str, &str)] = &[
    ("a number", "ett tal"),
    ("a whole number", "ett heltal"),
    ("whole numbers from 1 to 3650", "heltal från 1 till 3650"),
    ("words in every gap", "ord i varje lucka"),
    ("two whole numbers, the smaller first", "två heltal, det mindre först"),
    ("a whole number from 1 to 1439", "ett heltal från 1 till 1439"),
    ("between 1 and 1439", "mellan 1 och 1439"),
    ("between 0 and 100", "mellan 0 och 100"),
    ("between 2 and 11", "mellan 2 och 11"),
    ("an address that starts with https://", "en adress som börjar med https://"),
    ("at most 10000 people", "högst 10000 personer"),
    ("more", "fler"),
    ("true or false", "true eller false"),
    ("a date such as 2026-11-01", "ett datum som 2026-11-01"),
    ("a time such as 09:00", "ett klockslag som 09:00"),
    ("a text", "en text"),
    ("a list", "en lista"),
    ("letters, digits and hyphens", "bokstäver, siffror och bindestreck"),
    ("other languages than `lang`, each once", "andra språk än `lang`, vart och ett en gång"),
    ("keys and values", "nycklar med värden"),
    ("names with `minutes:`", "namn med `minutes:`"),
    ("terms with definitions (`term: definition`)", "termer med förklaringar (`term: förklaring`)"),
    ("one of the options, or its number from 1", "ett av alternativen, eller dess nummer från 1"),
    ("nothing", "tomt"),
    ("something else", "något annat"),
    ("course", "kursen"),
    ("audience", "målgruppen"),
    ("author", "författaren"),
    ("schedule", "schemat"),
    ("break", "pausen"),
    ("lunch", "lunchen"),
    ("variant", "upplägget"),
    ("quiz settings", "quizets inställningar"),
    ("module", "modulen"),
    ("section", "avsnittet"),
    ("objective", "målet"),
    ("misconception", "missuppfattningen"),
    ("chart", "diagrammet"),
    ("value", "värdet"),
    ("process", "processen"),
    ("step", "steget"),
    ("worksheet", "arbetsbladet"),
    ("field", "fältet"),
    ("poll", "omröstningen"),
    ("fact", "faktumet"),
    ("quiz", "quizet"),
    ("question", "frågan"),
    ("option", "alternativet"),
    ("pair", "paret"),
    ("theme", "temat"),
    ("colors", "färgerna"),
    ("faces", "typsnitten"),
];

/// The arguments of a finding as Swedes are told them.
pub fn in_swedish(fault: &Fault, arguments: &[String]) -> Vec<String> {
    let own = POSITIONS.iter().find(|(code, _)| *code == fault.code).map_or(&[] as &[usize], |it| it.1);
    let told = arguments.iter().enumerate().map(|(idx, argument)| {
        let noun = NOUNS.iter().find(|(english, _)| own.contains(&idx) && english == argument);
        noun.map_or_else(|| argument.clone(), |(_, swedish)| (*swedish).to_owned())
    });
    told.collect()
}

/// Whether all words of ours in a finding are known in Swedish; what the author typed stands between marks.
pub fn is_known(fault: &Fault, arguments: &[String]) -> bool {
    let own = POSITIONS.iter().find(|(code, _)| *code == fault.code).map_or(&[] as &[usize], |it| it.1);
    // A path is told as it is.
    let is_ours = |it: &str| fault.code != "differs-from-original" && !it.starts_with('`') && !it.contains('/');
    let mut ours = own.iter().filter_map(|idx| arguments.get(*idx)).filter(|it| is_ours(it));
    ours.all(|argument| NOUNS.iter().any(|(english, _)| english == argument))
}
