//! A course day: which sections a variant has room for, how far they are cut, and where pauses and lunch lie.
//!
//! 1. All that must be there, cut towards its shortest form as far as the time demands.
//! 2. In course order what should be there, if all can be cut so far that it fits.
//! 3. In course order what could be there, if it fits without cutting anything more.
//!
//! A claim is put only together with what is so: its belief and a reality come and go as one.

use crate::curriculum::{Edition, Minutes, Priority, Role, Schedule};

use super::claim;
use super::minutes::{self, Time};

/// Minutes of work after which people come back from lunch; for less they go home hungry but sooner.
const LEAST_AFTER_LUNCH: u32 = 45;

/// Minutes of work that people do rather without a pause before them, and then go.
const LEAST_AFTER_PAUSE: u32 = 5;

/// A section that takes time in the room.
#[derive(Debug, Clone)]
pub(super) struct Slot {
    /// The module's position in the course.
    pub module_idx: usize,
    /// The section's position in the module.
    pub section_idx: usize,
    /// How long it takes, and can be cut to.
    pub time: Time,
    /// How much it matters.
    pub priority: Priority,
    /// Whether it is a pause.
    pub is_pause: bool,
    /// The slot of the belief it depends on, if it belongs to a claim.
    belief: Option<usize>,
    /// Whether it is the belief's own part: what cannot be left out if the claim is put.
    is_core: bool,
}

impl Slot {
    /// The slot of the belief it depends on, if it belongs to a claim.
    pub(super) fn claim(&self) -> Option<usize> {
        self.belief
    }

    /// The same, if it is what cannot be left out while the claim is put.
    pub(super) fn core_of(&self) -> Option<usize> {
        self.belief.filter(|_| self.is_core)
    }
}

/// A row of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Row {
    /// Minutes after midnight.
    pub start: u32,
    /// For how long.
    pub minutes: u32,
    /// What.
    pub kind: RowKind,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowKind {
    /// A section, by the position of its slot.
    Section(usize),
    /// A pause that nobody wrote.
    Pause,
    /// Lunch.
    Lunch,
}

/// A day.
#[derive(Debug)]
pub(super) struct Day {
    /// Its rows in order of time.
    pub rows: Vec<Row>,
    /// Positions of the slots that found no room.
    pub left_out: Vec<usize>,
}

impl Day {
    /// Minutes in all: work and pauses, without lunch.
    pub(super) fn total(&self) -> u32 {
        total(&self.rows)
    }

    /// For each of so many slots its minutes, if it is in.
    pub(super) fn planned(&self, n_slots: usize) -> Vec<Option<u32>> {
        let mut out = vec![None; n_slots];
        for row in &self.rows {
            if let RowKind::Section(slot_idx) = row.kind {
                out[slot_idx] = Some(row.minutes);
            }
        }
        out
    }

    /// When it ends, in minutes after midnight.
    pub(super) fn end(&self, schedule: &Schedule) -> u32 {
        self.rows.last().map_or(schedule.start, |it| it.start + it.minutes)
    }
}

/// The sections of a course that take time in the room, in order.
pub(super) fn slots(edition: &Edition) -> Vec<Slot> {
    let mut out: Vec<Slot> = Vec::new();
    for (module_idx, module) in edition.modules.iter().enumerate() {
        let arc = claim::arc(&module.sections, claim::is_off_deck);
        let mut belief = None;
        for (section_idx, section) in module.sections.iter().enumerate() {
            let time = minutes::time(edition, module, section);
            let is_belief = matches!(section.role, Role::Belief(_)) && arc[section_idx].is_some();
            if is_belief {
                belief = (time.minutes > 0).then_some(out.len());
            }
            if time.minutes == 0 {
                continue;
            }
            let place = arc[section_idx];
            out.push(Slot {
                module_idx,
                section_idx,
                time,
                priority: section.plan.priority,
                is_pause: section.role == Role::Break,
                belief: place.and(belief),
                is_core: is_belief || place.is_some_and(|it| it.opens_with_vote),
            });
        }
    }
    for slot_idx in 0..out.len() {
        // A claim matters as much as the most important of its own parts.
        if let Some(belief) = out[slot_idx].belief.filter(|_| out[slot_idx].is_core) {
            let most = out[slot_idx].priority.min(out[belief].priority);
            out[belief].priority = most;
            out[slot_idx].priority = most;
        }
    }
    out
}

/// The whole course, nothing left out.
pub(super) fn whole(slots: &[Slot], schedule: &Schedule) -> Day {
    let all: Vec<Option<u32>> = slots.iter().map(|it| Some(it.time.minutes)).collect();
    Day { rows: rows(slots, &all, schedule, 0), left_out: Vec::new() }
}

/// What fits in so much time.
pub(super) fn variant(slots: &[Slot], schedule: &Schedule, budget: Minutes) -> Day {
    let mut filling = Filling { slots, schedule, budget: budget.0, planned: vec![None; slots.len()] };
    for (slot_idx, slot) in slots.iter().enumerate() {
        if slot.priority == Priority::Must || slot.is_pause {
            filling.planned[slot_idx] = Some(slot.time.minutes);
        }
    }
    filling.cut();
    for priority in [Priority::Should, Priority::Could] {
        for slot_idx in 0..slots.len() {
            filling.try_unit(slot_idx, priority);
        }
    }
    filling.restore();
    let rows = filling.rows(&filling.planned);
    let left_out = (0..slots.len()).filter(|it| filling.planned[*it].is_none()).collect();
    Day { rows, left_out }
}

/// A variant while it is filled: for each slot its minutes, if it is in.
struct Filling<'a> {
    slots: &'a [Slot],
    schedule: &'a Schedule,
    budget: u32,
    planned: Vec<Option<u32>>,
}

impl Filling<'_> {
    /// Takes a slot in, with what it cannot be without, if there is room.
    fn try_unit(&mut self, slot_idx: usize, priority: Priority) {
        let slot = &self.slots[slot_idx];
        if slot.priority != priority || self.planned[slot_idx].is_some() {
            return;
        }
        let unit: Vec<usize> = match slot.belief {
            Some(belief) if slot.is_core => {
                (0..self.slots.len()).filter(|it| self.slots[*it].is_core && self.slots[*it].belief == Some(belief)).collect()
            }
            // What belongs to a claim is nothing without it.
            Some(belief) if self.planned[belief].is_none() => return,
            _ => vec![slot_idx],
        };
        let mut tried = self.planned.clone();
        for it in &unit {
            tried[*it] = Some(self.slots[*it].time.minutes);
        }
        if total(&self.rows(&tried)) <= self.budget {
            self.planned = tried;
        } else if priority == Priority::Should {
            // A pause is held whole or not at all.
            let least = |slot: &Slot| if slot.is_pause { slot.time.minutes } else { slot.time.cut };
            let shortest: Vec<Option<u32>> = tried.iter().zip(self.slots).map(|(it, slot)| it.map(|_| least(slot))).collect();
            if total(&self.rows(&shortest)) <= self.budget {
                self.planned = tried;
                self.cut();
            }
        }
    }

    /// Cuts minute by minute until the time is kept or nothing can be cut: the least important first, there the longest.
    fn cut(&mut self) {
        while total(&self.rows(&self.planned)) > self.budget {
            let slack = |it: &usize| {
                let slot = &self.slots[*it];
                self.planned[*it].filter(|_| !slot.is_pause).map_or(0, |minutes| minutes.saturating_sub(slot.time.cut))
            };
            let choice = (0..self.slots.len())
                .filter(|it| slack(it) > 0)
                .max_by_key(|it| (self.slots[*it].priority, slack(it), std::cmp::Reverse(*it)));
            let Some(chosen) = choice else { return };
            self.planned[chosen] = self.planned[chosen].map(|it| it - 1);
        }
    }

    /// Gives back minutes that were cut but are there after all (a pause that fell away): the most important first.
    fn restore(&mut self) {
        loop {
            let mut missing: Vec<(Priority, std::cmp::Reverse<u32>, usize)> = (0..self.slots.len())
                .filter_map(|it| {
                    let lost = self.slots[it].time.minutes - self.planned[it]?;
                    (lost > 0).then_some((self.slots[it].priority, std::cmp::Reverse(lost), it))
                })
                .collect();
            missing.sort();
            let grown = missing.into_iter().find_map(|(_, _, it)| {
                let mut tried = self.planned.clone();
                tried[it] = tried[it].map(|minutes| minutes + 1);
                (total(&self.rows(&tried)) <= self.budget).then_some(tried)
            });
            match grown {
                Some(planned) => self.planned = planned,
                None => return,
            }
        }
    }

    /// In a variant a written pause is held only where half of the longest time without one has passed.
    fn rows(&self, planned: &[Option<u32>]) -> Vec<Row> {
        let least = self.schedule.pause.map_or(0, |it| it.every.0 / 2);
        rows(self.slots, planned, self.schedule, least)
    }
}

/// Lays out the slots that are in, with pauses and lunch. `least` is the work before a written pause is held.
fn rows(slots: &[Slot], planned: &[Option<u32>], schedule: &Schedule, least: u32) -> Vec<Row> {
    let mut out: Vec<Row> = Vec::new();
    let mut clock = schedule.start;
    let mut worked = 0;
    let mut lunch = schedule.lunch.filter(|it| it.at > schedule.start);
    let last_work = (0..slots.len()).rfind(|it| planned[*it].is_some() && !slots[*it].is_pause);
    // The work from a slot on.
    let mut ahead: u32 = slots.iter().zip(planned).filter(|(it, _)| !it.is_pause).filter_map(|(_, minutes)| *minutes).sum();
    for (slot_idx, slot) in slots.iter().enumerate() {
        let Some(minutes) = planned[slot_idx] else { continue };
        if last_work.is_none_or(|last| slot_idx > last) {
            break;
        }
        let is_worth_it = !out.is_empty() && ahead >= LEAST_AFTER_LUNCH;
        if let Some(due) = lunch.filter(|it| is_worth_it && is_nearest(it.at, clock, minutes)) {
            out.push(Row { start: clock, minutes: due.minutes.0, kind: RowKind::Lunch });
            clock += due.minutes.0;
            (worked, lunch) = (0, None);
        }
        if slot.is_pause {
            if worked > 0 && worked >= least {
                out.push(Row { start: clock, minutes, kind: RowKind::Section(slot_idx) });
                (clock, worked) = (clock + minutes, 0);
            }
            continue;
        }
        if let Some(pause) = schedule.pause.filter(|it| worked > 0 && worked + minutes > it.every.0 && ahead > LEAST_AFTER_PAUSE)
        {
            out.push(Row { start: clock, minutes: pause.minutes.0, kind: RowKind::Pause });
            (clock, worked) = (clock + pause.minutes.0, 0);
        }
        out.push(Row { start: clock, minutes, kind: RowKind::Section(slot_idx) });
        (clock, worked, ahead) = (clock + minutes, worked + minutes, ahead - minutes);
    }
    out
}

/// Whether lunch is nearer to its hour now than after the next section.
fn is_nearest(at: u32, clock: u32, minutes: u32) -> bool {
    clock >= at || clock + minutes > at && at - clock <= clock + minutes - at
}

fn total(rows: &[Row]) -> u32 {
    rows.iter().filter(|it| it.kind != RowKind::Lunch).map(|it| it.minutes).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Day, LEAST_AFTER_PAUSE, Row, RowKind, Slot, total, variant, whole};
    use crate::compose::cuts::cuts;
    use crate::compose::minutes::Time;
    use crate::curriculum::{Break, Lunch, Minutes, Priority, Schedule};

    fn slot(minutes: u32, cut: u32, priority: Priority) -> Slot {
        let time = Time { minutes, cut, estimated: false };
        Slot { module_idx: 0, section_idx: 0, time, priority, is_pause: false, belief: None, is_core: false }
    }

    fn schedule() -> Schedule {
        Schedule {
            start: 540,
            pause: Some(Break { every: Minutes(90), minutes: Minutes(15) }),
            lunch: Some(Lunch { at: 720, minutes: Minutes(60) }),
        }
    }

    #[test]
    fn pauses_before_people_tire_and_eats_at_noon() {
        let day = whole(&[50, 40, 60, 45, 30].map(|it| slot(it, it, Priority::Must)), &schedule());
        let kinds: Vec<RowKind> = day.rows.iter().map(|it| it.kind).collect();
        let section = RowKind::Section;
        let expected = [section(0), section(1), RowKind::Pause, section(2), RowKind::Lunch, section(3), section(4)];
        assert_eq!(kinds, expected);
        assert_eq!(day.total(), 50 + 40 + 15 + 60 + 45 + 30);
        assert_eq!(day.rows[4].start, 705);
    }

    #[test]
    fn cuts_what_must_be_there_before_it_gives_up() {
        let day = variant(&[slot(50, 30, Priority::Must), slot(50, 30, Priority::Must)], &schedule(), Minutes(80));
        assert_eq!(day.total(), 80);
        let day = variant(&[slot(50, 50, Priority::Must), slot(50, 50, Priority::Must)], &schedule(), Minutes(60));
        assert!(day.total() > 60 && day.left_out.is_empty());
    }

    #[test]
    fn uses_the_minutes_of_a_pause_that_fell_away() {
        let slots = [slot(60, 30, Priority::Must), slot(40, 30, Priority::Must)];
        let day = variant(&slots, &schedule(), Minutes(90));
        assert_eq!((day.total(), day.rows.len()), (90, 2));
    }

    #[test]
    fn takes_in_by_importance_then_by_order() {
        let slots = [
            slot(20, 20, Priority::Could),
            slot(20, 10, Priority::Must),
            slot(20, 10, Priority::Should),
            slot(5, 5, Priority::Could),
        ];
        let day = variant(&slots, &schedule(), Minutes(30));
        assert_eq!(day.left_out, [0, 3]);
        assert_eq!(total(&day.rows), 30);
        let day = variant(&slots, &schedule(), Minutes(46));
        assert_eq!(day.left_out, [0]);
    }

    /// Days of many shapes: sections, their claims, pauses that are written.
    fn slots() -> impl Strategy<Value = Vec<Slot>> {
        let priority = prop_oneof![Just(Priority::Must), Just(Priority::Should), Just(Priority::Could)];
        let one = (1u32..60, 0u32..60, priority, prop::bool::weighted(0.1), prop::option::weighted(0.3, any::<bool>()));
        prop::collection::vec(one, 1..24).prop_map(|all| {
            let mut belief = None;
            let slots = all.into_iter().enumerate().map(|(idx, (minutes, cut, priority, is_pause, claim))| {
                let mut slot = slot(minutes, cut.min(minutes), priority);
                slot.is_pause = is_pause;
                if let Some(is_core) = claim.filter(|_| !is_pause) {
                    belief = belief.or(Some(idx));
                    slot.belief = belief;
                    slot.is_core = is_core || belief == Some(idx);
                } else {
                    belief = None;
                }
                slot
            });
            slots.collect()
        })
    }

    fn schedules() -> impl Strategy<Value = Schedule> {
        let pause = prop::option::of((20u32..120, 5u32..30));
        let lunch = prop::option::of((600u32..840, 15u32..90));
        (420u32..780, pause, lunch).prop_map(|(start, pause, lunch)| Schedule {
            start,
            pause: pause.map(|(every, minutes)| Break { every: Minutes(every), minutes: Minutes(minutes) }),
            lunch: lunch.map(|(at, minutes)| Lunch { at, minutes: Minutes(minutes) }),
        })
    }

    /// What holds for every day: it starts on time, each row begins where the one before ends, sections stand in order and once,
    /// lunch is eaten once at most, no day begins or ends with a pause, and nobody works on past a pause that is due, unless
    /// the day is soon over.
    fn check_day(day: &Day, slots: &[Slot], schedule: &Schedule) -> Result<(), TestCaseError> {
        let mut clock = schedule.start;
        let (mut last, mut worked, mut n_lunches) = (None, 0, 0);
        for (row_idx, row) in day.rows.iter().enumerate() {
            prop_assert_eq!(row.start, clock);
            clock += row.minutes;
            match row.kind {
                RowKind::Section(slot_idx) => {
                    prop_assert!(last.is_none_or(|it| it < slot_idx));
                    last = Some(slot_idx);
                    prop_assert!(slots[slot_idx].is_pause || row.minutes >= slots[slot_idx].time.cut);
                    prop_assert!(row.minutes <= slots[slot_idx].time.minutes);
                    let before = if slots[slot_idx].is_pause { u32::MAX } else { worked };
                    worked = if slots[slot_idx].is_pause { 0 } else { worked + row.minutes };
                    let due = schedule.pause.map_or(u32::MAX, |it| it.every.0);
                    let is_work = |row: &&Row| matches!(row.kind, RowKind::Section(it) if !slots[it].is_pause);
                    let ahead: u32 = day.rows[row_idx..].iter().filter(is_work).map(|it| it.minutes).sum();
                    let is_over_soon = ahead <= LEAST_AFTER_PAUSE;
                    prop_assert!(worked <= due || before == 0 || is_over_soon, "{worked} minutes without a pause");
                }
                RowKind::Pause => worked = 0,
                RowKind::Lunch => (worked, n_lunches) = (0, n_lunches + 1),
            }
        }
        prop_assert!(n_lunches <= 1);
        prop_assert_eq!(day.end(schedule), clock);
        let is_work = |row: &Row| matches!(row.kind, RowKind::Section(it) if !slots[it].is_pause);
        prop_assert!(day.rows.first().is_none_or(is_work) && day.rows.last().is_none_or(is_work));
        let lunch: u32 = day.rows.iter().filter(|it| it.kind == RowKind::Lunch).map(|it| it.minutes).sum();
        prop_assert_eq!(day.total() + lunch, clock - schedule.start);
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_whole_day_adds_up(slots in slots(), schedule in schedules()) {
            let day = whole(&slots, &schedule);
            check_day(&day, &slots, &schedule)?;
            let work: u32 = slots.iter().filter(|it| !it.is_pause).map(|it| it.time.minutes).sum();
            let held: u32 = day.rows.iter().filter(|it| matches!(it.kind, RowKind::Section(idx) if !slots[idx].is_pause)).map(|it| it.minutes).sum();
            prop_assert_eq!(held, work);
        }

        #[test]
        fn a_variant_keeps_its_time_or_is_as_short_as_can_be(slots in slots(), schedule in schedules(), budget in 1u32..600) {
            let day = variant(&slots, &schedule, Minutes(budget));
            check_day(&day, &slots, &schedule)?;
            let planned = day.planned(slots.len());
            for (slot, minutes) in slots.iter().zip(&planned).filter(|(it, _)| !it.is_pause) {
                prop_assert!(slot.priority != Priority::Must || minutes.is_some());
                // Over its time it is only when nothing more can go; `--strict` makes an error of that.
                if day.total() > budget {
                    prop_assert!(minutes.is_none_or(|it| it == slot.time.cut && slot.priority == Priority::Must));
                }
            }
        }

        #[test]
        fn cut_marks_save_what_they_say(slots in slots()) {
            let planned: Vec<Option<u32>> = slots.iter().map(|it| Some(it.time.minutes)).collect();
            let marks = cuts(&slots, &planned);
            let mut left: Vec<u32> = slots.iter().map(|it| it.time.minutes).collect();
            for cut in &marks {
                let before: u32 = cut.slots.iter().map(|it| left[*it]).sum();
                cut.slots.iter().for_each(|it| left[*it] = cut.left.unwrap_or(0));
                let after: u32 = cut.slots.iter().map(|it| left[*it]).sum();
                prop_assert!(cut.saves > 0 && before - after == cut.saves);
            }
            for (slot, left) in slots.iter().zip(left) {
                prop_assert!(slot.is_pause || slot.priority != Priority::Could || left == 0);
                prop_assert!(slot.is_pause || left <= slot.time.cut);
            }
        }
    }

    #[test]
    fn keeps_belief_and_reality_together() {
        let mut slots = [slot(10, 10, Priority::Should), slot(5, 5, Priority::Could), slot(10, 10, Priority::Should)];
        for slot in &mut slots {
            slot.belief = Some(0);
        }
        slots[0].is_core = true;
        slots[2].is_core = true;
        assert_eq!(variant(&slots, &schedule(), Minutes(15)).left_out, [0, 1, 2]);
        assert_eq!(variant(&slots, &schedule(), Minutes(20)).left_out, [1]);
    }
}
