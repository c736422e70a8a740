//! Certificates as a page: a sheet of paper for each, with lines for names.

use super::context::Context;
use super::escape::escaped;
use super::section::write_heading;
use super::sheet;
use crate::document::{Certificate, CertificateSheet};
use crate::render::setting::Setting;
use crate::tree::File;

/// The page.
pub fn render(certificate: &Certificate, setting: Setting<'_>) -> Vec<File> {
    let path = format!("{}.html", certificate.meta.path);
    let context = Context::new(&certificate.meta, &path, setting);
    let mut body = String::new();
    for it in &certificate.sheets {
        write_sheet(&mut body, it, &context);
    }
    sheet::page(&certificate.meta, "certificates", "", &body, &context)
}

fn write_sheet(out: &mut String, sheet: &CertificateSheet, context: &Context<'_>) {
    let words = &context.language.phrases;
    out.push_str(&format!("<section class=\"certificate\" id=\"{0}\" aria-labelledby=\"{0}-title\">\n", sheet.id));
    out.push_str("<div class=\"certificate-turn\"></div>\n");
    out.push_str(&format!("<h2 class=\"certificate-title\" id=\"{}-title\">{}</h2>\n", sheet.id, escaped(&sheet.title)));
    out.push_str(&format!("<p>{}</p>\n", escaped(words.followup.certify)));
    write_line(out, "certificate-name", words.paper.name);
    out.push_str(&format!("<p>{}</p>\n", escaped(&sheet.statement)));
    out.push_str(&format!("<p class=\"certificate-course\">{}</p>\n", escaped(&sheet.course)));
    out.push_str("<dl class=\"certificate-facts\">\n");
    for (label, value) in &sheet.facts {
        out.push_str(&format!("<div><dt>{}</dt><dd>{}</dd></div>\n", escaped(label), escaped(value)));
    }
    out.push_str("</dl>\n");
    if !sheet.contents.is_empty() {
        write_heading(out, 3, "label", &escaped(words.common.contents));
        let items: Vec<String> = sheet.contents.iter().map(|it| format!("<li>{}</li>\n", escaped(it))).collect();
        out.push_str(&format!("<ul class=\"certificate-contents\">\n{}</ul>\n", items.concat()));
    }
    out.push_str("<div class=\"certificate-signatures\">\n");
    for label in [words.followup.place_and_date, words.followup.signature, words.followup.name_in_print] {
        write_line(out, "certificate-signature", label);
    }
    out.push_str("</div>\n</section>\n");
}

/// A line to write on with its label under it.
fn write_line(out: &mut String, class: &str, label: &str) {
    out.push_str(&format!("<div class=\"{class}\"><div class=\"line\"></div><p>{}</p></div>\n", escaped(label)));
}
