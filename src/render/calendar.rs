//! A calendar as an iCalendar file (RFC 5545): lines end in CR LF and are folded at 75 octets.

use super::setting::Setting;
use crate::document::{Calendar, Document, Event};
use crate::locale::{Day, days_later};
use crate::tree::{Contents, File};

/// The longest line, in octets, without its end.
const LONGEST: usize = 75;

/// A calendar as one file; other documents are none.
pub fn render(document: &Document, _setting: Setting<'_>) -> Vec<File> {
    let Document::Calendar(calendar) = document else { return Vec::new() };
    let path = format!("{}.ics", calendar.meta.path);
    vec![File { path, contents: Contents::Bytes(write(calendar).into_bytes()) }]
}

fn write(calendar: &Calendar) -> String {
    let mut out = String::new();
    write_line(&mut out, "BEGIN:VCALENDAR");
    write_line(&mut out, "VERSION:2.0");
    write_line(&mut out, "PRODID:-//Tvartom//tvartom//EN");
    write_line(&mut out, "CALSCALE:GREGORIAN");
    write_line(&mut out, "METHOD:PUBLISH");
    for event in &calendar.events {
        write_event(&mut out, event, calendar);
    }
    write_line(&mut out, "END:VCALENDAR");
    out
}

fn write_event(out: &mut String, event: &Event, calendar: &Calendar) {
    write_line(out, "BEGIN:VEVENT");
    write_line(out, &format!("UID:{}", escaped(&event.id)));
    // The request's day, so that the same build gives the same bytes.
    write_line(out, &format!("DTSTAMP:{}T000000Z", date(calendar.stamp)));
    write_line(out, &format!("DTSTART;VALUE=DATE:{}", date(event.day)));
    write_line(out, &format!("DTEND;VALUE=DATE:{}", date(days_later(event.day, 1))));
    let language = calendar.meta.language.tag;
    write_line(out, &format!("SUMMARY;LANGUAGE={language}:{}", escaped(&event.subject)));
    write_line(out, &format!("DESCRIPTION;LANGUAGE={language}:{}", escaped(&event.text)));
    write_line(out, &format!("CATEGORIES;LANGUAGE={language}:{}", escaped(&calendar.meta.title)));
    // The day stays free for meetings.
    write_line(out, "TRANSP:TRANSPARENT");
    write_line(out, "END:VEVENT");
}

fn date((year, month, day): Day) -> String {
    format!("{year:04}{month:02}{day:02}")
}

/// Text as a value (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            it if it.is_control() => {}
            it => out.push(it),
        }
    }
    out
}

/// A line, folded between characters; what follows a fold starts with a space.
fn write_line(out: &mut String, line: &str) {
    let mut length = 0;
    for character in line.chars() {
        if length + character.len_utf8() > LONGEST {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(character);
        length += character.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_at_75_octets_between_characters() {
        let mut out = String::new();
        write_line(&mut out, &format!("SUMMARY:{}", "å".repeat(60)));
        assert!(out.ends_with("\r\n"));
        let lines: Vec<&str> = out.trim_end().split("\r\n").collect();
        assert!(lines.len() == 2 && lines.iter().all(|it| it.len() <= 75), "{lines:?}");
        assert!(lines[1].starts_with(' '));
        assert_eq!(out.replace("\r\n ", "").trim_end(), format!("SUMMARY:{}", "å".repeat(60)));
    }

    #[test]
    fn marks_of_the_format_are_escaped_and_nothing_else_breaks_a_line() {
        assert_eq!(escaped("a; b, c\\d\ne\r\u{7}"), "a\\; b\\, c\\\\d\\ne");
    }
}
