//! What to drop when one is late: cut marks in the order in which they cost least, and what each of them saves.
//!
//! 1. What could be there is left out, in course order.
//! 2. The rest is cut towards its shortest form, the least important first, there the longest.
//! 3. What should be there is left out.
//!
//! What must be there stays, however short it gets.

use super::schedule::Slot;
use crate::curriculum::Priority;

/// A cut mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cut {
    /// The slots it is about: one, or a claim as a whole.
    pub slots: Vec<usize>,
    /// The minutes that are left, if it is only cut short.
    pub left: Option<u32>,
    /// The minutes it saves, after the marks before it.
    pub saves: u32,
}

/// The cut marks of a plan: for each slot its minutes, if it is in.
pub(super) fn cuts(slots: &[Slot], planned: &[Option<u32>]) -> Vec<Cut> {
    let left = planned.iter().zip(slots).map(|(it, slot)| it.filter(|_| !slot.is_pause).unwrap_or(0)).collect();
    let mut cutter = Cutter { slots, left, cuts: Vec::new() };
    cutter.leave_out(Priority::Could);
    cutter.shorten();
    cutter.leave_out(Priority::Should);
    cutter.cuts
}

struct Cutter<'a> {
    slots: &'a [Slot],
    left: Vec<u32>,
    cuts: Vec<Cut>,
}

impl Cutter<'_> {
    fn leave_out(&mut self, priority: Priority) {
        for slot_idx in 0..self.slots.len() {
            if self.slots[slot_idx].priority != priority {
                continue;
            }
            let unit: Vec<usize> = self.unit(slot_idx).into_iter().filter(|it| self.left[*it] > 0).collect();
            let saves = unit.iter().map(|it| self.left[*it]).sum();
            if saves > 0 {
                unit.iter().for_each(|it| self.left[*it] = 0);
                self.cuts.push(Cut { slots: unit, left: None, saves });
            }
        }
    }

    /// What goes when a slot goes: of a claim's core all that belongs to the claim, which is nothing without it.
    fn unit(&self, slot_idx: usize) -> Vec<usize> {
        match self.slots[slot_idx].core_of() {
            Some(belief) => (0..self.slots.len()).filter(|it| self.slots[*it].claim() == Some(belief)).collect(),
            None => vec![slot_idx],
        }
    }

    fn shorten(&mut self) {
        let slack = |it: usize| self.left[it].saturating_sub(self.slots[it].time.cut);
        let mut order: Vec<usize> = (0..self.slots.len()).filter(|it| slack(*it) > 0).collect();
        order.sort_by_key(|it| (std::cmp::Reverse(self.slots[*it].priority), std::cmp::Reverse(slack(*it)), *it));
        for slot_idx in order {
            let cut = self.slots[slot_idx].time.cut;
            let saves = self.left[slot_idx] - cut;
            self.left[slot_idx] = cut;
            let left = (cut > 0).then_some(cut);
            self.cuts.push(Cut { slots: vec![slot_idx], left, saves });
        }
    }
}
