//! The fixed phrases of a language, grouped by where they are read. A missing phrase does not compile.
//!
//! `{n}`, `{total}` and the like stand for values and are filled by [`fill`].

use serde::Serialize;

/// Every fixed phrase.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Phrases {
    /// Used in several products.
    pub common: Common,
    /// The arc of a claim, and the other roles of a section.
    pub roles: Roles,
    /// Evidence notes.
    pub evidence: Evidence,
    /// Methods of work and grouping.
    pub methods: Methods,
    /// The deck.
    pub deck: Deck,
    /// What the deck's script says.
    pub deck_script: DeckScript,
    /// Handout, key and paper quiz.
    pub paper: Paper,
    /// The interactive quiz and its script; it has them from its own page.
    #[serde(skip)]
    pub quiz: Quiz,
    /// The trainer's guide.
    pub guide: Guide,
    /// Agenda and run sheet.
    pub agenda: Agenda,
    /// Course page, catalogue, trainer's index.
    pub pages: Pages,
    /// What follows a course.
    pub followup: Followup,
    /// The tools above a page to print or to write on.
    pub desk: Desk,
    /// How slides are run without a projector.
    pub unplugged: Unplugged,
}

/// Phrases used in several products.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Common {
    pub tagline: &'static str,
    pub module: &'static str,
    pub course: &'static str,
    pub deck: &'static str,
    pub handout: &'static str,
    pub handout_blank: &'static str,
    pub handout_complete: &'static str,
    pub quiz: &'static str,
    pub quiz_paper: &'static str,
    pub key: &'static str,
    pub guide: &'static str,
    pub agenda: &'static str,
    pub objectives: &'static str,
    pub audience: &'static str,
    pub duration: &'static str,
    pub sources: &'static str,
    pub glossary: &'static str,
    pub version: &'static str,
    pub contents: &'static str,
    pub skip_to_content: &'static str,
    /// `{n}` minutes, short.
    pub minutes: &'static str,
    /// One minute.
    pub minute: &'static str,
    /// `{n}` hours.
    pub hours: &'static str,
    /// One hour.
    pub hour: &'static str,
    /// Marks a time that was estimated from the words.
    pub estimated: &'static str,
    /// `{n}`–`{m}` participants.
    pub participants: &'static str,
    pub facts_reviewed: &'static str,
    pub footnotes: &'static str,
    /// Label of the table under a chart.
    pub data_table: &'static str,
    /// Label of a gap to a screen reader.
    pub gap: &'static str,
    pub answer: &'static str,
    pub chart: &'static str,
    /// What a chart shows, to a screen reader: `{title}`, then `{values}`.
    pub chart_of: &'static str,
    /// `{n}` participants.
    pub participants_exactly: &'static str,
    pub authors: &'static str,
    pub license: &'static str,
}

/// What each role of a section is called.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Roles {
    pub belief: &'static str,
    pub steelman: &'static str,
    pub guess: &'static str,
    pub illusion: &'static str,
    pub reality: &'static str,
    pub boundary: &'static str,
    pub inversion: &'static str,
    pub inversion_question: &'static str,
    pub process: &'static str,
    pub discussion: &'static str,
    pub activity: &'static str,
    pub reflection: &'static str,
    pub premortem: &'static str,
    pub recap: &'static str,
    pub commitment: &'static str,
    /// Questions of the quiz that the room votes on.
    pub votes: &'static str,
    pub pause: &'static str,
    pub your_guess: &'static str,
    pub actual: &'static str,
    /// "The difference tells me …".
    pub difference: &'static str,
    pub vote1: &'static str,
    pub vote2: &'static str,
    pub vote_alone: &'static str,
    pub discuss: &'static str,
    pub neighbour: &'static str,
    pub shift: &'static str,
    pub agree: &'static str,
    pub disagree: &'static str,
    pub confidence: &'static str,
    pub guessing: &'static str,
    pub fairly_sure: &'static str,
    pub certain: &'static str,
    pub if_i: &'static str,
    pub then_i_will: &'static str,
    pub by_date: &'static str,
    pub witness: &'static str,
    pub misconception: &'static str,
}

/// How evidence is spoken of.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Evidence {
    pub heading: &'static str,
    pub grade: &'static str,
    /// A to E, in words.
    pub grades: [&'static str; 5],
    pub disputed: &'static str,
    pub open: &'static str,
    pub disputed_by: &'static str,
    pub year: &'static str,
    /// `n = {n}`.
    pub n: &'static str,
    pub funder: &'static str,
    pub caveat: &'static str,
    pub source: &'static str,
    /// `{value} of {of}`.
    pub of: &'static str,
}

/// Methods of work.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Methods {
    pub solo: &'static str,
    pub pairs: &'static str,
    pub groups: &'static str,
    /// In groups of `{n}`.
    pub groups_of: &'static str,
    pub buzz: &'static str,
    pub tps: &'static str,
    pub round: &'static str,
    pub gallery: &'static str,
    pub roleplay: &'static str,
    pub plenary: &'static str,
    pub vote: &'static str,
    pub lecture: &'static str,
}

/// Words on slides.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Deck {
    pub today: &'static str,
    pub thanks: &'static str,
    pub write_guess_first: &'static str,
    pub slide: &'static str,
    pub notes: &'static str,
    /// The vote before.
    pub before: &'static str,
    pub after: &'static str,
    /// In the shift, before anybody has counted.
    pub no_counts: &'static str,
}

/// What the deck's script says; handed over as JSON.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct DeckScript {
    /// Slide `{n}` of `{total}`.
    pub slide_of: &'static str,
    pub next: &'static str,
    pub end: &'static str,
    pub notes: &'static str,
    pub no_notes: &'static str,
    pub larger: &'static str,
    pub smaller: &'static str,
    pub elapsed: &'static str,
    pub planned: &'static str,
    pub on_time: &'static str,
    pub behind: &'static str,
    pub ahead: &'static str,
    pub start: &'static str,
    pub pause: &'static str,
    pub resume: &'static str,
    pub reset: &'static str,
    pub add_minute: &'static str,
    /// To go on with a showing that was closed: on which slide, since when.
    pub go_on: &'static str,
    pub afresh: &'static str,
    pub time_is_up: &'static str,
    pub until: &'static str,
    pub back: &'static str,
    pub forward: &'static str,
    pub presenter: &'static str,
    pub overview: &'static str,
    pub help: &'static str,
    pub close: &'static str,
    pub go_to: &'static str,
    pub typed: &'static str,
    pub black: &'static str,
    pub white: &'static str,
    pub show_gap: &'static str,
    pub tally: &'static str,
    pub round: &'static str,
    pub hands: &'static str,
    pub total: &'static str,
    pub export: &'static str,
    pub before: &'static str,
    pub after: &'static str,
    pub right_before_after: &'static str,
    pub changed: &'static str,
    pub unchanged: &'static str,
    pub blocked: &'static str,
    pub keys_ends: &'static str,
    pub keys_number: &'static str,
    pub keys_full: &'static str,
    pub keys_black: &'static str,
    pub keys_timer: &'static str,
    pub key_space: &'static str,
    pub key_digits: &'static str,
    pub letters: &'static str,
    pub vote_first: &'static str,
    pub park: &'static str,
    pub parked: &'static str,
    pub remove: &'static str,
    pub print: &'static str,
    pub print_slides: &'static str,
    pub print_notes: &'static str,
    pub print_three: &'static str,
    pub keys_room: &'static str,
    pub keys_large: &'static str,
    pub keys_guides: &'static str,
}

/// Words in handout, key and paper quiz.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Paper {
    pub name: &'static str,
    pub date: &'static str,
    pub points: &'static str,
    /// Question `{n}`.
    pub question: &'static str,
    pub right: &'static str,
    /// Before what is said to a wrong option.
    pub why_tempting: &'static str,
    pub sample: &'static str,
    pub accepted: &'static str,
    pub not_scored: &'static str,
    /// The same as a line of its own.
    pub not_scored_here: &'static str,
    /// Before a blank for the points an answer was given.
    pub points_given: &'static str,
    pub first: &'static str,
    pub second: &'static str,
    pub own_case: &'static str,
    pub tally: &'static str,
    pub marking: &'static str,
    /// Passed at `{n}`.
    pub pass_mark: &'static str,
    pub before: &'static str,
    pub after: &'static str,
    pub later: &'static str,
    pub step: &'static str,
    pub decision: &'static str,
    pub who: &'static str,
    pub action: &'static str,
    pub sign: &'static str,
    pub back_to: &'static str,
    pub my_notes: &'static str,
    pub warning: &'static str,
    pub tip: &'static str,
    pub note: &'static str,
    pub example: &'static str,
    pub footnote: &'static str,
    pub back_to_text: &'static str,
    /// Room to write, `{n}` lines; read aloud where the lines are.
    pub lines: &'static str,
    /// Read aloud where a box to tick is.
    pub tick: &'static str,
    pub table: &'static str,
    pub choose_one: &'static str,
    pub choose_all: &'static str,
    pub put_in_order: &'static str,
    pub pair_up: &'static str,
    pub fill_gaps: &'static str,
    /// `{n}` points of `{total}` pass, `{share}`.
    pub pass_points: &'static str,
    /// Over a column of questions.
    pub question_word: &'static str,
    pub how_marked: &'static str,
    pub mark_one: &'static str,
    pub mark_several: &'static str,
    pub mark_number: &'static str,
    pub mark_parts: &'static str,
    pub mark_short: &'static str,
    pub number_right: &'static str,
    /// Which belief survived the course.
    pub survival: &'static str,
    pub survival_lead: &'static str,
    pub papers: &'static str,
    pub ticks: &'static str,
    pub share: &'static str,
    pub verdict: &'static str,
    pub alive: &'static str,
    pub fading: &'static str,
    pub gone: &'static str,
    pub grown: &'static str,
    pub tally_privacy: &'static str,
    pub tally_clear: &'static str,
    pub tally_clear_question: &'static str,
    /// Page `{n}` of `{total}`.
    pub page_of: &'static str,
}

/// Words in the interactive quiz; handed over as JSON to its script.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Quiz {
    pub pre: &'static str,
    pub post: &'static str,
    pub delayed: &'static str,
    pub right: &'static str,
    pub partly: &'static str,
    pub wrong: &'static str,
    pub unanswered: &'static str,
    pub start: &'static str,
    /// Legend of the modes.
    pub choose_mode: &'static str,
    /// Legend of the ways to see the questions.
    pub choose_layout: &'static str,
    pub one_at_a_time: &'static str,
    pub all_at_once: &'static str,
    pub one_question: &'static str,
    /// `{n}` questions.
    pub questions: &'static str,
    /// `{n}` with its unit.
    pub pass_mark: &'static str,
    pub privacy: &'static str,
    pub not_stored: &'static str,
    pub clear: &'static str,
    pub clear_question: &'static str,
    pub clear_yes: &'static str,
    pub cancel: &'static str,
    pub cleared: &'static str,
    /// A `{date}` and a `{score}`.
    pub taken: &'static str,
    pub resumed: &'static str,
    pub changed: &'static str,
    pub restart: &'static str,
    pub restart_question: &'static str,
    /// A question's number, `{n}`.
    pub question: &'static str,
    pub question_of: &'static str,
    pub one_point: &'static str,
    pub points: &'static str,
    pub not_scored: &'static str,
    pub points_of: &'static str,
    pub choose_one: &'static str,
    pub choose_any: &'static str,
    pub true_or_false: &'static str,
    pub write_number: &'static str,
    pub put_in_order: &'static str,
    pub match_each: &'static str,
    pub fill_gaps: &'static str,
    pub write_short: &'static str,
    pub write_open: &'static str,
    pub choose_step: &'static str,
    pub your_answer: &'static str,
    pub right_answer: &'static str,
    pub right_order: &'static str,
    pub choose: &'static str,
    /// The name of a gap to a screen reader.
    pub gap_of: &'static str,
    /// Before the text of an item.
    pub move_up: &'static str,
    pub move_down: &'static str,
    /// Said when an item has been moved.
    pub moved: &'static str,
    pub show_hint: &'static str,
    pub hint: &'static str,
    /// What an answer at this certainty is worth: `{n}` if right, `{m}` if wrong.
    pub stake: &'static str,
    pub certainty_rule: &'static str,
    pub answer_needed: &'static str,
    pub number_needed: &'static str,
    pub sure_needed: &'static str,
    pub check: &'static str,
    pub check_all: &'static str,
    pub check_anyway: &'static str,
    pub one_left: &'static str,
    pub left: &'static str,
    pub first_left: &'static str,
    pub skip: &'static str,
    pub next: &'static str,
    pub previous: &'static str,
    pub to_result: &'static str,
    pub chosen_right: &'static str,
    pub chosen_wrong: &'static str,
    pub missed: &'static str,
    pub range: &'static str,
    pub parts: &'static str,
    pub exact: &'static str,
    pub sample: &'static str,
    pub no_right: &'static str,
    pub compare_sample: &'static str,
    pub result: &'static str,
    pub score: &'static str,
    /// Share of the points.
    pub share_points: &'static str,
    pub certainty_points: &'static str,
    pub passed: &'static str,
    pub not_passed: &'static str,
    pub not_scored_at_all: &'static str,
    pub calibration: &'static str,
    /// `{share}`, `{n}` of `{total}` answers; of those `{right_share}`, `{right}`.
    pub certain_share: &'static str,
    pub never_certain: &'static str,
    pub overconfident: &'static str,
    pub underconfident: &'static str,
    pub calibrated: &'static str,
    pub few_answers: &'static str,
    pub sureness: &'static str,
    pub answers: &'static str,
    pub number_right: &'static str,
    pub share_right: &'static str,
    /// Explains the squares of the calibration table.
    pub squares: &'static str,
    pub sure_and_wrong: &'static str,
    pub sure_and_wrong_lead: &'static str,
    pub other_wrong: &'static str,
    pub all_right: &'static str,
    /// Before a misconception, in quotation marks.
    pub belief_behind: &'static str,
    /// `{sure}`: how sure.
    pub you_were: &'static str,
    pub read_more: &'static str,
    pub open_handout: &'static str,
    pub see_question: &'static str,
    pub retry: &'static str,
    pub retry_title: &'static str,
    pub retry_score: &'static str,
    pub review: &'static str,
    pub back_to_result: &'static str,
    pub to_start: &'static str,
    pub print: &'static str,
    pub what_next: &'static str,
    /// Heading of pre beside post.
    pub comparison: &'static str,
    pub compared: &'static str,
    pub compared_one: &'static str,
    /// Column of questions.
    pub asked: &'static str,
    /// Row of the comparison.
    /// `{n}`: a Brier score.
    pub brier: &'static str,
    /// What the levels stand for: `{n}`, `{m}` and `{total}`.
    pub stands_for: &'static str,
    pub beliefs: &'static str,
    /// `{total}` in all, `{before}` and `{after}` of them held.
    pub beliefs_lead: &'static str,
    pub belief: &'static str,
    pub held: &'static str,
    pub not_held: &'static str,
    pub export_table: &'static str,
    pub export_data: &'static str,
    pub exported: &'static str,
    pub export_mode: &'static str,
    pub export_date: &'static str,
    pub export_points: &'static str,
    pub export_possible: &'static str,
    pub certain_and_wrong: &'static str,
    pub noscript: &'static str,
}

/// Words in the trainer's guide.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Guide {
    pub say: &'static str,
    pub act: &'static str,
    pub ask: &'static str,
    pub watch: &'static str,
    pub debrief: &'static str,
    pub background: &'static str,
    pub if_they_say: &'static str,
    pub you_say: &'static str,
    pub expected: &'static str,
    pub at_a_glance: &'static str,
    pub materials: &'static str,
    pub on_the_slide: &'static str,
    pub share_right: &'static str,
    pub below_35: &'static str,
    pub between: &'static str,
    pub above_70: &'static str,
    pub do_not_reveal: &'static str,
    pub cut_to: &'static str,
    pub must: &'static str,
    pub should: &'static str,
    pub could: &'static str,
    pub priority: &'static str,
    pub method: &'static str,
    pub slides: &'static str,
    pub planned: &'static str,
    pub tally: &'static str,
    pub number_of_hands: &'static str,
    pub short_of_time: &'static str,
    /// The same for what can be cut to `{n}` instead.
    pub short_of_time_cut: &'static str,
    /// Over the cut marks.
    pub late: &'static str,
    pub late_lead: &'static str,
    pub saves: &'static str,
    pub saves_in_all: &'static str,
    pub leave_out: &'static str,
    /// Over what to bring, for how many.
    pub bring: &'static str,
    pub copies: &'static str,
    pub pens: &'static str,
    pub groups: &'static str,
    pub sources_and_caveats: &'static str,
}

/// Words in the agenda.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Agenda {
    pub variant: &'static str,
    pub clock: &'static str,
    pub minutes: &'static str,
    pub block: &'static str,
    pub method: &'static str,
    pub material: &'static str,
    pub slides: &'static str,
    pub actual: &'static str,
    pub pause: &'static str,
    pub lunch: &'static str,
    /// After all minutes of a day: `{n}` of them are pauses.
    pub of_them_pauses: &'static str,
    /// Lunch of `{n}` minutes, which is not counted.
    pub lunch_besides: &'static str,
    /// What stands before a module's first heading.
    pub opening: &'static str,
    pub left_out: &'static str,
    /// Over the column of cut marks.
    pub late: &'static str,
    /// Left out, saves `{n}` minutes.
    pub cut_out: &'static str,
    /// Cut to `{m}`, saves `{n}` minutes.
    pub cut_to: &'static str,
    /// What the two of them mean, by an example of each.
    pub late_legend: &'static str,
    /// Over the sheet for the wall, for the trainer.
    pub wall: &'static str,
    /// After a module's title where it goes on after a pause.
    pub continued: &'static str,
    pub total: &'static str,
    pub end: &'static str,
}

/// Words on course page, catalogue and the trainer's index.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Pages {
    pub catalogue: &'static str,
    pub courses: &'static str,
    pub modules: &'static str,
    pub for_trainers: &'static str,
    pub trainer_warning: &'static str,
    pub open_handout: &'static str,
    pub take_quiz: &'static str,
    pub print_quiz: &'static str,
    pub languages: &'static str,
    pub back_to_catalogue: &'static str,
    pub nothing_here: &'static str,
    pub search: &'static str,
    pub length: &'static str,
    /// At most `{n}` minutes.
    pub at_most: &'static str,
    pub topic: &'static str,
    /// A choice that narrows nothing down.
    pub any: &'static str,
    pub clear: &'static str,
    pub one_hit: &'static str,
    /// `{n}` hits.
    pub hits: &'static str,
    pub no_hits: &'static str,
    /// `{n}` of `{total}` are shown.
    pub shown: &'static str,
}

/// How slides are run with a whiteboard and a voice.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Unplugged {
    pub heading: &'static str,
    pub lead: &'static str,
    pub board: &'static str,
    pub act: &'static str,
    pub claim: &'static str,
    pub vote: &'static str,
    pub vote_again: &'static str,
    /// For `{n}`, "2 minutes".
    pub discuss: &'static str,
    pub shift: &'static str,
    pub guess: &'static str,
    pub figure: &'static str,
    pub statement: &'static str,
    pub inversion: &'static str,
    /// `{how}`: "In pairs"; `{n}`: "8 minutes".
    pub task: &'static str,
    pub recap: &'static str,
    pub commitment: &'static str,
    /// For `{n}`, "15 minutes".
    pub pause: &'static str,
    pub content: &'static str,
    pub section: &'static str,
    pub read: &'static str,
}

/// Phrases for the tools above a page to print or to write on.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Desk {
    pub tools: &'static str,
    pub large_print: &'static str,
    pub paper_size: &'static str,
    pub print: &'static str,
    /// Where what is typed stays.
    pub privacy: &'static str,
    pub not_kept: &'static str,
    pub save: &'static str,
    pub saved: &'static str,
    pub nothing: &'static str,
    pub clear: &'static str,
    pub clear_question: &'static str,
    pub clear_yes: &'static str,
    pub cancel: &'static str,
    pub cleared: &'static str,
    /// In the saved file, over words whose place in the page is gone.
    pub elsewhere: &'static str,
}

/// Words of what follows a course: messages, cards, the manager's page, evaluation, certificate, and the map of objectives.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Followup {
    pub heading: &'static str,
    pub lead: &'static str,
    /// One day or `{n}` days after the course.
    pub after_day: &'static str,
    pub after_days: &'static str,
    pub subject: &'static str,
    pub open_mail: &'static str,
    pub greeting: &'static str,
    pub recall: &'static str,
    pub answers: &'static str,
    /// Asks what became of the commitment.
    pub pledge: &'static str,
    /// Leads to the quiz that is taken later.
    pub delayed_quiz: &'static str,
    pub files: &'static str,
    pub calendar: &'static str,
    pub cards: &'static str,
    pub cards_lead: &'static str,
    pub anki: &'static str,
    pub figure: &'static str,
    pub question: &'static str,
    pub claim: &'static str,
    pub how_is_it: &'static str,
    pub is_it_so: &'static str,
    pub manager: &'static str,
    /// `{course}`: the course's title.
    pub manager_lead: &'static str,
    pub what_is_so: &'static str,
    pub three_questions: &'static str,
    pub manager_questions: [&'static str; 3],
    pub evaluation: &'static str,
    pub evaluation_lead: &'static str,
    /// Each with the lines there are to answer on.
    pub evaluation_questions: [(&'static str, u32); 7],
    pub certificate: &'static str,
    pub diploma: &'static str,
    /// Label of a course's hours.
    pub extent: &'static str,
    pub certify: &'static str,
    pub has_attended: &'static str,
    pub has_passed: &'static str,
    pub place_and_date: &'static str,
    pub signature: &'static str,
    pub name_in_print: &'static str,
    pub alignment: &'static str,
    pub alignment_lead: &'static str,
    pub objective: &'static str,
    pub practised: &'static str,
    pub rests_on: &'static str,
    pub tested: &'static str,
    pub missing: &'static str,
    pub no_objectives: &'static str,
    pub no_holes: &'static str,
    pub one_hole: &'static str,
    /// `{n}` holes.
    pub holes: &'static str,
    pub loose_questions: &'static str,
}

/// Puts values in for `{name}`s.
pub fn fill(phrase: &str, values: &[(&str, &str)]) -> String {
    let mut out = phrase.to_owned();
    for (name, value) in values {
        out = out.replace(&format!("{{{name}}}"), value);
    }
    out
}
