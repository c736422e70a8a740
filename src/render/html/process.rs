//! Processes as accessible SVG with an ordered list.

use std::fmt::Write;

use super::context::Context;
use super::escape::push_escaped;
use super::inline::write_inlines;
use super::process_layout::{Placed, Plan, plan};
use super::svg::{self, number};
use crate::document::{Process, plain_text};

/// Appends a process: diagram and list.
pub fn write_process(out: &mut String, process: &Process, context: &Context<'_>) {
    let plan = plan(process, context.self_contained);
    out.push_str("<figure class=\"process\">");
    if let Some(title) = &process.title {
        out.push_str("<p class=\"chart-title\">");
        write_inlines(out, title, context);
        out.push_str("</p>");
    }
    write_diagram(out, process, &plan, context);
    write_list(out, process, context);
    out.push_str("</figure>");
}

fn write_diagram(out: &mut String, process: &Process, plan: &Plan, context: &Context<'_>) {
    let names: Vec<String> = process.steps.iter().map(|step| plain_text(&step.name)).collect();
    let title = process.title.as_ref().map_or_else(|| context.language.phrases.roles.process.to_owned(), |it| plain_text(it));
    svg::open(
        out,
        if context.self_contained { "process-svg process-wide" } else { "process-svg" },
        plan.size,
        &title,
        &names.join(" → "),
    );
    for (idx, placed) in plan.steps.iter().enumerate() {
        write!(out, "<g class=\"process-step\" data-part=\"{idx}\">").expect("a string takes everything");
        if let Some((data, end, direction)) = &placed.arrival {
            svg::path(out, "process-arrow", data);
            svg::arrow_head(out, "process-head", *end, *direction);
        }
        write_box(out, idx, placed, plan);
        for (data, end, direction) in &placed.ways_back {
            svg::path(out, "process-back", data);
            svg::arrow_head(out, "process-back-head", *end, *direction);
        }
        out.push_str("</g>");
    }
    out.push_str("</svg>");
}

fn write_box(out: &mut String, idx: usize, placed: &Placed, plan: &Plan) {
    let area = placed.area;
    svg::rect(out, "process-box", area);
    // The number stands in the corner's triangle, the sign of the turn.
    let fold = plan.size_of_number * 2.0;
    let (x, y) = (area.x, area.y);
    svg::path(out, "process-fold", &format!("M{} {}h{}l-{} {}Z", number(x), number(y), number(fold), number(fold), number(fold)));
    svg::text(out, "process-number", (x + 6.0, y + plan.size_of_number + 1.0), &(idx + 1).to_string());
    let mut baseline = y + plan.padding + plan.line * 0.8;
    for line in &placed.name {
        svg::text(out, "process-name", (x + plan.indent, baseline), line);
        baseline += plan.line;
    }
    if placed.decision.is_empty() {
        return;
    }
    let rule = baseline - plan.line * 0.8 + 8.0;
    svg::line(out, "process-rule", (x + 10.0, rule), (x + area.width - 10.0, rule));
    // A rhombus says "decision", as everywhere.
    let (center, middle) = (x + plan.indent / 2.0, rule + 8.0 + plan.line * 0.5);
    svg::path(out, "process-decision", &format!("M{} {}l7 7l-7 7l-7 -7Z", number(center), number(middle - 7.0)));
    baseline = rule + 8.0 + plan.line * 0.75;
    for line in &placed.decision {
        svg::text(out, "process-question", (x + plan.indent, baseline), line);
        baseline += plan.line;
    }
}

/// The same in words: in order, with decisions and ways back.
fn write_list(out: &mut String, process: &Process, context: &Context<'_>) {
    let phrases = &context.language.phrases.paper;
    out.push_str("<ol class=\"process-list\">");
    for (idx, step) in process.steps.iter().enumerate() {
        write!(out, "<li data-part=\"{idx}\">").expect("a string takes everything");
        write_inlines(out, &step.name, context);
        out.push_str(". ");
        if let Some(decision) = &step.decision {
            push_escaped(out, phrases.decision);
            out.push_str(": ");
            write_inlines(out, decision, context);
            out.push(' ');
        }
        let back: Vec<String> = step
            .back_to
            .iter()
            .filter_map(|to| process.steps.get(*to).map(|it| format!("{} {}", to + 1, plain_text(&it.name))))
            .collect();
        if !back.is_empty() {
            push_escaped(out, &format!("{} {}.", phrases.back_to, back.join(", ")));
        }
        out.push_str("</li>");
    }
    out.push_str("</ol>");
}
