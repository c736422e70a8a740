//! The tools above a page on the screen: large print, paper, print; on a handout also what becomes of what is typed.
//! Scripts show them: without scripts nothing here would do anything.

use serde_json::{Value, json};

use super::address::file;
use super::context::Context;
use super::escape::escaped;

/// The tools of a page that is printed.
pub fn print_desk(context: &Context<'_>) -> String {
    desk("", context)
}

/// The tools of a page that is printed and written on; `id` names the page in the browser's memory.
pub fn writing_desk(id: &str, context: &Context<'_>) -> String {
    let words = &context.language.phrases.desk;
    let data = format!(
        "data-page=\"{}\" data-saved=\"{}\" data-nothing=\"{}\" data-cleared=\"{}\" data-elsewhere=\"{}\"",
        escaped(id),
        escaped(words.saved),
        escaped(words.nothing),
        escaped(words.cleared),
        escaped(words.elsewhere)
    );
    let save = format!("<button type=\"button\" data-do=\"save\">{}</button> ", escaped(words.save));
    let own =
        Own { class: "desk-handout", data, privacy: words.privacy, save, clear: words.clear, question: words.clear_question };
    desk(&own.html(context), context)
}

/// The tools of a key whose forms reckon what is counted.
pub fn tally_desk(id: &str, context: &Context<'_>) -> String {
    let words = &context.language.phrases.paper;
    let data = format!(
        "data-page=\"{}\" data-alive=\"{}\" data-fading=\"{}\" data-gone=\"{}\" data-grown=\"{}\" data-percent=\"{}%\" data-cleared=\"{}\"",
        escaped(id),
        escaped(words.alive),
        escaped(words.fading),
        escaped(words.gone),
        escaped(words.grown),
        context.language.before_percent,
        escaped(context.language.phrases.desk.cleared)
    );
    let own = Own {
        class: "desk-tally",
        data,
        privacy: words.tally_privacy,
        save: String::new(),
        clear: words.tally_clear,
        question: words.tally_clear_question,
    };
    desk(&own.html(context), context)
}

/// What is said of what somebody fills in, and what can be done with it.
struct Own {
    class: &'static str,
    data: String,
    privacy: &'static str,
    save: String,
    clear: &'static str,
    question: &'static str,
}

impl Own {
    fn html(&self, context: &Context<'_>) -> String {
        let words = &context.language.phrases.desk;
        format!(
            "<div class=\"desk-own {}\" {} hidden>\n\
             <p class=\"desk-privacy\">{}</p>\n<p class=\"desk-not-kept\" hidden>{}</p>\n\
             <p class=\"desk-buttons\">{}<button type=\"button\" data-do=\"clear\">{}</button></p>\n\
             <p class=\"desk-status\" role=\"status\"></p>\n\
             <dialog class=\"desk-dialog\" aria-labelledby=\"desk-question\"><p id=\"desk-question\">{}</p>\n\
             <p class=\"desk-buttons\"><button type=\"button\" data-do=\"keep\">{}</button> <button type=\"button\" data-do=\"clear-now\">{}</button></p></dialog>\n\
             </div>\n",
            self.class,
            self.data,
            escaped(self.privacy),
            escaped(words.not_kept),
            self.save,
            escaped(self.clear),
            escaped(self.question),
            escaped(words.cancel),
            escaped(words.clear_yes),
        )
    }
}

fn desk(own: &str, context: &Context<'_>) -> String {
    let words = &context.language.phrases.desk;
    format!(
        "<aside class=\"desk\" aria-label=\"{}\" hidden>\n<div class=\"desk-print\">\n\
         <label class=\"desk-choice\"><input type=\"checkbox\" data-do=\"large\"> {}</label>\n\
         <label class=\"desk-choice\">{} <select data-do=\"paper\"><option value=\"a4\">A4</option><option value=\"letter\">Letter</option></select></label>\n\
         <button type=\"button\" data-do=\"print\">{}</button>\n</div>\n{own}</aside>\n",
        escaped(words.tools),
        escaped(words.large_print),
        escaped(words.paper_size),
        escaped(words.print),
    )
}

/// The style that turns A4 into Letter, for the script to switch on.
pub fn letter(context: &Context<'_>) -> Value {
    json!(file(&context.setting.theme.asset("letter.css"), context))
}
