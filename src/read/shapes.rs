//! The fields of everything that is written in YAML: read by the readers beside it, shown by `tvartom schema`.

use super::words::{METHODS, ROLES};
use crate::yaml::FieldKind::{
    Any, Boolean, Choice, Clock, Date, Figure, Id, Integer, List, Map, Markdown, Number, OneOrMore, Prose, Record, Ref, Text,
};
use crate::yaml::{Field, Shape, Thing};

/// `course.yaml`.
pub const COURSE: Shape = Shape {
    name: "course",
    fields: &[
        Field::required("title", Text, "The course's title."),
        Field::required("lang", Text, "The language it is written in, as a BCP 47 tag: sv, en."),
        Field::optional("translations", List(&Text), "Languages it is translated to, each in a folder of that name."),
        Field::optional("version", Text, "Printed on every page."),
        Field::optional("audience", Record(&AUDIENCE), "For whom it is."),
        Field::optional("authors", List(&Record(&AUTHOR)), "Who wrote it."),
        Field::optional("license", Text, "An SPDX licence expression."),
        Field::optional("theme", Text, "The theme's name."),
        Field::optional("math", Boolean, "Whether $…$ is a formula."),
        Field::optional("html", Boolean, "Whether raw HTML is kept (sanitised) instead of shown as text."),
        Field::optional("schedule", Record(&SCHEDULE), "The course day."),
        Field::optional("variants", Map(&Record(&VARIANT)), "Shorter and longer ways to give it, by name."),
        Field::optional("quiz", Record(&COURSE_QUIZ), "How quizzes are scored, unless a quiz says otherwise."),
        Field::optional("followup", List(&Integer), "Days after the course on which it is followed up."),
        Field::optional("review_months", Integer, "Facts checked longer ago than this are reported as stale."),
        Field::optional("base_url", Text, "Where the pages are published; only for codes and links on paper."),
        Field::optional("modules", List(&Text), "The modules' file names in order, if names with numbers do not say it."),
    ],
};

/// For whom a course is.
pub const AUDIENCE: Shape = Shape {
    name: "audience",
    fields: &[
        Field::optional("who", Text, "In words."),
        Field::optional("size", List(&Integer), "The least and the greatest number of participants."),
    ],
};

/// Who wrote it.
pub const AUTHOR: Shape = Shape { name: "author", fields: &[Field::required("name", Text, "The name.")] };

/// The course day.
pub const SCHEDULE: Shape = Shape {
    name: "schedule",
    fields: &[
        Field::optional("start", Clock, "When it starts."),
        Field::optional("break", Record(&BREAK), "Pauses."),
        Field::optional("lunch", Record(&LUNCH), "Lunch."),
    ],
};

/// Pauses.
pub const BREAK: Shape = Shape {
    name: "break",
    fields: &[
        Field::required("every", Integer, "At the latest after so many minutes."),
        Field::required("minutes", Integer, "For so long."),
    ],
};

/// Lunch.
pub const LUNCH: Shape = Shape {
    name: "lunch",
    fields: &[Field::required("at", Clock, "When."), Field::required("minutes", Integer, "For so long.")],
};

/// A variant.
pub const VARIANT: Shape = Shape {
    name: "variant",
    fields: &[
        Field::optional("title", Text, "What it is called on pages; its name if left out."),
        Field::required("minutes", Integer, "How long it may take, pauses counted and lunch not."),
    ],
};

/// How a course's quizzes are scored.
pub const COURSE_QUIZ: Shape = Shape {
    name: "quiz settings",
    fields: &[
        Field::optional("pass", Integer, "Per cent to pass."),
        Field::optional("confidence", Boolean, "Whether it asks how sure one is."),
        Field::optional("scoring", Choice(&["points", "certainty"]), "Points, or certainty-based marking (1/2/3, 0/−2/−6)."),
    ],
};

/// The front matter of a module in Markdown.
pub const FRONT_MATTER: Shape = Shape {
    name: "module",
    fields: &[
        Field::required("title", Prose, "The module's title."),
        Field::optional("slug", Text, "Its name in links; the file's name without its number otherwise."),
        Field::optional("lead", Prose, "One or two sentences that lead in."),
        Field::optional("objectives", List(&Record(&OBJECTIVE)), "What participants can do afterwards."),
        Field::optional("misconceptions", List(&Record(&MISCONCEPTION)), "Beliefs that are taken apart."),
        Field::optional("reviewed", Date, "When its facts were last checked."),
        Field::optional("tags", OneOrMore(&Text), "Words to find it by."),
    ],
};

/// What a module wholly in YAML has besides the front matter.
pub const MODULE_SECTIONS: &[Field] = &[Field::required("sections", List(&Record(&SECTION)), "The sections in order.")];

/// A section of a module in YAML.
pub const SECTION: Shape = Shape {
    name: "section",
    fields: &[
        Field::optional("id", Id(Thing::Section), "Names the section."),
        Field::optional("role", Choice(ROLES), "What it is for: belief, illusion, reality …"),
        Field::optional("title", Prose, "Its heading; a section without one is the opening."),
        Field::optional("minutes", Integer, "Planned minutes."),
        Field::optional("cut", Integer, "Minutes it can be cut to."),
        Field::optional("priority", Choice(&["must", "should", "could"]), "How much it matters."),
        Field::optional("only", Choice(&["deck", "handout", "guide"]), "The only product it is shown in."),
        Field::optional("reveal", Choice(&["steps"]), "Whether its slides are revealed step by step."),
        Field::optional("method", Choice(METHODS), "How the group works."),
        Field::optional("group", Integer, "How many in a group."),
        Field::optional("materials", OneOrMore(&Text), "What is needed."),
        Field::optional("objective", Ref(Thing::Objective), "The objective it trains."),
        Field::optional("fact", Ref(Thing::Fact), "For a guess: the fact that is estimated."),
        Field::optional("body", Markdown, "Markdown, as it would stand under the heading."),
        Field::optional("chart", Record(&CHART), "A chart after the body."),
        Field::optional("process", Record(&PROCESS), "A process after the body."),
        Field::optional("worksheet", Record(&WORKSHEET), "A worksheet after the body."),
        Field::optional("poll", Record(&POLL), "A vote after the body."),
    ],
};

/// An objective.
pub const OBJECTIVE: Shape = Shape {
    name: "objective",
    fields: &[
        Field::required("id", Id(Thing::Objective), "Names it."),
        Field::optional(
            "level",
            Choice(&["remember", "understand", "apply", "analyze", "evaluate", "create"]),
            "The level in Bloom's revised taxonomy.",
        ),
        Field::required("text", Prose, "What they can do, with a verb one can observe."),
    ],
};

/// A misconception.
pub const MISCONCEPTION: Shape = Shape {
    name: "misconception",
    fields: &[
        Field::required("id", Id(Thing::Misconception), "Names it."),
        Field::required("text", Prose, "The belief in a sentence."),
        Field::optional("belief", Ref(Thing::Section), "The section that states it."),
    ],
};

/// A chart.
pub const CHART: Shape = Shape {
    name: "chart",
    fields: &[
        Field::required("kind", Choice(&["waffle", "bar", "range", "slope", "line"]), "Its form."),
        Field::optional("fact", Ref(Thing::Fact), "The figure of the ledger that it shows."),
        Field::optional("data", List(&Record(&DATUM)), "Its values."),
        Field::optional("title", Prose, "Its title."),
        Field::optional("unit", Text, "What the numbers count: percent, a currency code or a word."),
        Field::optional("caption", Prose, "What stands under it."),
        Field::optional("alt", Text, "What it shows, for those who cannot see it."),
        Field::optional("ends", List(&Text), "For a slope: what its two ends are called."),
    ],
};

/// A value of a chart.
pub const DATUM: Shape = Shape {
    name: "value",
    fields: &[
        Field::optional("label", Prose, "What it is."),
        Field::optional("value", Number, "How much."),
        Field::optional("fact", Ref(Thing::Fact), "The figure of the ledger instead of a number."),
        Field::optional("low", Number, "The low end of its range."),
        Field::optional("high", Number, "The high end of its range."),
        Field::optional("from", Figure, "For a slope: a number, or a fact's id."),
        Field::optional("to", Figure, "For a slope: a number, or a fact's id."),
    ],
};

/// A process.
pub const PROCESS: Shape = Shape {
    name: "process",
    fields: &[
        Field::optional("title", Prose, "Its title."),
        Field::required("steps", List(&Record(&STEP)), "Its steps in order."),
    ],
};

/// A step of a process.
pub const STEP: Shape = Shape {
    name: "step",
    fields: &[
        Field::required("id", Text, "Names it."),
        Field::required("name", Prose, "What it is called."),
        Field::optional("decision", Prose, "The question to be answered before the next step."),
        Field::optional("who", Prose, "Who is in it."),
        Field::optional("do", Prose, "What one can do at it."),
        Field::optional("sign", Prose, "How one sees that it is done."),
        Field::optional("back_to", OneOrMore(&Text), "The steps it can go back to."),
    ],
};

/// A worksheet.
pub const WORKSHEET: Shape = Shape {
    name: "worksheet",
    fields: &[
        Field::optional("title", Prose, "Its title."),
        Field::optional("fields", List(&Record(&WORKSHEET_FIELD)), "Fields under each other."),
        Field::optional("columns", List(&Prose), "A table's columns."),
        Field::optional("rows", Any, "A table's rows by name, or how many empty ones."),
    ],
};

/// A field of a worksheet.
pub const WORKSHEET_FIELD: Shape = Shape {
    name: "field",
    fields: &[
        Field::required("label", Prose, "What to write."),
        Field::optional("lines", Integer, "On how many lines; 2 otherwise."),
    ],
};

/// A vote.
pub const POLL: Shape = Shape {
    name: "poll",
    fields: &[
        Field::required("question", Prose, "What is asked."),
        Field::required("options", List(&Prose), "What can be chosen."),
        Field::optional("correct", Text, "The right option: its text, or its number from 1."),
    ],
};

/// A fact.
pub const FACT: Shape = Shape {
    name: "fact",
    fields: &[
        Field::required("id", Id(Thing::Fact), "Names it."),
        Field::required("statement", Text, "The whole statement, as it may be taught."),
        Field::optional("value", Record(&VALUE), "The figure."),
        Field::optional("sources", OneOrMore(&Ref(Thing::Source)), "Keys of the sources."),
        Field::optional("year", Integer, "When it was found."),
        Field::optional("n", Integer, "How many were asked or counted."),
        Field::required("grade", Choice(&["A", "B", "C", "D", "E"]), "How sure it is, from A (replicated) to E (opinion)."),
        Field::optional("status", Choice(&["settled", "open", "disputed"]), "Whether it is contested."),
        Field::optional("disputed_by", OneOrMore(&Ref(Thing::Source)), "Keys of the sources that contest it."),
        Field::optional("funder", Text, "Who paid."),
        Field::optional("caveat", Text, "What must be said with it."),
        Field::optional("reviewed", Date, "When it was last checked."),
    ],
};

/// A fact's figure.
pub const VALUE: Shape = Shape {
    name: "value",
    fields: &[
        Field::optional("point", Number, "The figure itself; may be left out where the source gives a range alone."),
        Field::optional("low", Number, "The low end of its range."),
        Field::optional("high", Number, "The high end of its range."),
        Field::optional("unit", Text, "percent, an ISO 4217 currency code, or a word."),
        Field::optional("of", Text, "Of what; needed with percent."),
    ],
};

/// A quiz.
pub const QUIZ: Shape = Shape {
    name: "quiz",
    fields: &[
        Field::optional("pass", Integer, "Per cent to pass."),
        Field::optional("confidence", Boolean, "Whether it asks how sure one is."),
        Field::optional("draw", Integer, "How many questions each participant gets."),
        Field::optional("shuffle", Boolean, "Whether options may be put in another order."),
        Field::required("questions", List(&Record(&QUESTION)), "The questions."),
    ],
};

/// What every question has; each kind adds its own fields.
pub const QUESTION: Shape = Shape {
    name: "question",
    fields: &[
        Field::required("id", Id(Thing::Question), "Names it."),
        Field::required("kind", Text, "single, multiple, truth, estimate, order, match, cloze, short, open or scale."),
        Field::optional("question", Prose, "What is asked."),
        Field::optional("objective", Ref(Thing::Objective), "The objective it tests."),
        Field::optional("use", OneOrMore(&Choice(&["pre", "post", "delayed", "concept"])), "When it is asked; post otherwise."),
        Field::optional("points", Integer, "Points for a right answer; 1 otherwise."),
        Field::optional("hint", Prose, "Help that costs nothing."),
        Field::optional("why", Prose, "Said after any answer."),
        Field::optional("shuffle", Boolean, "Whether its options may be put in another order."),
    ],
};

/// An option of a choice.
pub const OPTION: Shape = Shape {
    name: "option",
    fields: &[
        Field::required("text", Prose, "What can be chosen."),
        Field::optional("correct", Boolean, "Whether it is right."),
        Field::optional("why", Prose, "Why it is right, or why it tempts."),
        Field::optional("misconception", Ref(Thing::Misconception), "The belief it stands for."),
    ],
};

/// A pair of a match.
pub const PAIR: Shape = Shape {
    name: "pair",
    fields: &[Field::required("left", Prose, "What is given."), Field::required("right", Prose, "What goes with it.")],
};
