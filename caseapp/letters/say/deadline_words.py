"""The words of deadlines: one sentence for each code of a derivation. ``say_deadline`` puts days into them."""

from __future__ import annotations

from caseapp.i18n import N_
from caseapp.law.deadline import Actor, Ground, Restart, State, StepRule, Warn

ACTORS = {
    Actor.CLIENT: N_("the client"),
    Actor.AUTHORITY: N_("the authority"),
    Actor.EMPLOYER: N_("the employer"),
    Actor.NGO: N_("the organisation itself"),
}

STATES = {
    State.RUNNING: N_("Running"),
    State.SAFE_DAY_PASSED: N_("Safe day passed: lawyer today"),
    State.CLOSED: N_("Closed"),
}

RESTARTS = {
    Restart.FRESH_APPLICATION: N_(
        "Hand in a fresh application to perform the duty: its silence starts a new period. Whether that "
        "is allowed is disputed."
    ),
}

GROUNDS = {
    Ground.NOT_TOLD: N_(
        "the paper did not state the remedy, the organ and the period (at most one year, and shorter "
        "from the day they are learnt)"
    ),
    Ground.NOT_TOLD_TWO_YEARS: N_(
        "the paper did not state the right to sue and the period; at that time two years at most, and shorter from the "
        "day they were learnt"
    ),
    Ground.NEW_LAW_LONGER: N_("the period was not over when a law with a longer one came into force"),
    Ground.OBSTACLE: N_("force majeure or another good reason held the client up, the time lost is given back"),
    Ground.RECEIVED_LATER: N_("it was received later than the date on the paper"),
    Ground.LAPSE_MOVED: N_("the authority's own last day moved because of rest days, and the period runs from there"),
    Ground.EXTENDED: N_("the authority's period was lawfully extended"),
    Ground.INTERRUPTED: N_("a demand or complaint interrupted the limit, which then started anew"),
    Ground.WHOLE_CLAIM: N_("double wages count as one claim, due at the end of the first year"),
    Ground.MADE_UP_DAY: N_("a make-up Saturday or Sunday is not counted as a working day"),
    Ground.REST_DAY_INFERRED: N_("a last day that is a rest day moves to the next working day; the text does not say so"),
    Ground.CALENDAR_OPEN: N_("the weekend stays a rest day once the holiday table is published"),
    Ground.DAY_UNCERTAIN: N_("it happened on the later of the days remembered"),
    Ground.NOT_FINAL: N_("the award was not final, and came into force only when the time to sue was over"),
    Ground.ACCEPTED_LATER: N_("it was accepted only when the time to examine it was over"),
    Ground.CORRECTED: N_("the application was complete only when the corrections came"),
    Ground.OTHER_PERIOD: N_("another, longer period binds the organ"),
    Ground.REAL_PROPERTY: N_("the matter concerns land or a house, where the outer limit is twenty years"),
    Ground.WORKING_DAYS_MEANT: N_("the days are read as working days"),
    Ground.AGREED_LATE: N_("the other side agreed to perform after the limit, and can no longer plead it"),
}

STEPS = {
    StepRule.FIRST_DAY_NOT_COUNTED: N_("The day of the event, {start}, is not counted; the first day is {end}."),
    StepRule.REST_DAY_MOVES: N_("{start} is a rest day; the last day moves to {end}."),
    StepRule.REST_DAY_NOT_MOVED: N_("{start} is a rest day and might move to {end}; to be safe it is not moved."),
    StepRule.LATEST_READING: N_("On the latest reading of working days and of the start the last day is {end}."),
    StepRule.WINDOW_BEFORE: N_("It can be done from {start} until {end}."),
    StepRule.AT_LEAST_BEFORE: N_("Counted back from {start}, it has to be done by {end} at the latest."),
    StepRule.NOT_BEFORE: N_("That time ends on {start}; from {end} on it can be done."),
    StepRule.AT_ONCE: N_("It is due at once, on {end}."),
    StepRule.ROLLS_BACK: N_("{start} is a rest day; it is due before it, by {end}."),
    StepRule.MAY_END_AT_ONCE: N_(
        "It may have been accepted on the day of receipt, {start}; without word of it, it counts as accepted on {end} at "
        "the latest."
    ),
    StepRule.DEEMED_SERVED: N_("The public notice of {start} counts as served on {end}."),
    StepRule.EARLIER_READING: N_(
        "Another period may apply, which ends on {end}; the client's next period is counted from there."
    ),
    StepRule.EXTENDED: N_("The extension that was told runs on from {start} to {end}."),
    StepRule.LAPSE: N_(
        "The authority's period ends on {start}, and the client's is counted from there. Say that it is "
        "late only after {end}."
    ),
    StepRule.OUTER_LIMIT: N_("The outer limit, counted from the day of the act, ends on {end}."),
}

CAUTIONS = {
    Warn.CALENDAR_NOT_PUBLISHED: N_(
        "The holiday table of {year} is not published yet; {day} rests on it and is provisional. Check again when it is."
    ),
    Warn.CALENDAR_MISSING: N_("There is no holiday table for {year} here: only weekends are known, {day} is provisional."),
    Warn.ENDS_ON_REST_DAY: N_("By counting it ends on {day}, a rest day. Go before the days off."),
    Warn.REST_DAY_INFERRED: N_(
        "It ends on {day}, a rest day, and the text does not say that it moves. Go before that day."
    ),
    Warn.MADE_UP_DAY: N_("{day} is a weekend day worked in exchange for a holiday. Count it as a working day."),
    Warn.NEW_TEXT_NOT_READ: N_(
        "New Regulations not yet checked: {title}, in force since {day}. The day shown follows the older text."
    ),
    # Translators: {title} is a statute's title.
    Warn.MAY_BE_REVISED: N_(
        "Law that came into force on {day} may have revised {title}; whether it did is not known here. Check before "
        "relying on it."
    ),
    Warn.OLDER_TEXT_NOT_HELD: N_(
        "The text held here is in force since {day}. Find the version of that time before citing it."
    ),
    Warn.OTHER_APPLICATION: N_(
        "This is of the application received on {day}; another was received too. If both ask for the same, keep to the "
        "days of the earlier: the later one starts a new period, which is disputed."
    ),
    Warn.MAY_BE_UNDER_REVIEW: N_(
        "An application for reconsideration was received on {day}. If it is against this, the period is kept and no suit "
        "may run beside it; if not, this day stands."
    ),
    # Translators: {title} is a statute's title.
    Warn.READING_NOT_READ: N_(
        "A later day shown here rests on {title}, whose text was not read. Do not plan by it; let a lawyer compare it "
        "first."
    ),
    Warn.RECEIPT_NOT_KNOWN: N_(
        "The day of receipt is not known. Counted from the date on the paper, {day}; look for the "
        "envelope or delivery record."
    ),
    Warn.ACCEPTANCE_ASSUMED: N_("Counted as if accepted on the day it was received, {day}. Ask for the acceptance slip."),
    Warn.ONLY_IF: N_("Applies only {condition}."),
    Warn.CHAINED: N_(
        "Say that the authority is late only after {day}; the client's period is counted from the earlier day."
    ),
    Warn.INTERRUPTION_NEEDS_PROOF: N_(
        "The demand or complaint starts the limit anew only if it can be proved. Keep ticket and receipt, and act by {day}."
    ),
    Warn.TOLD_BY_ANYONE: N_(
        "The later day holds only if the paper did not name the remedy, and learning of it elsewhere "
        "shortens it. Do not wait."
    ),
    Warn.NEW_LAW_FROM: N_("Since {day} a newer law applies. What is handed in from then on goes to the organ it names."),
    Warn.BACKSTOP_ONLY: N_("A back-stop only: reconsideration has to come first, and its period is much shorter."),
    Warn.STOPS_NO_CLOCK: N_(
        "The petition or call to the hotline of {day} does not stop this period. Go the way of the law in time."
    ),
    Warn.UNLESS_EXTENDED: N_(
        "Late after {day}, unless an extension was told by then ({condition}). Ask whether a notice came."
    ),
    Warn.STANDS_STILL: N_("Not counted in: {condition}."),
    Warn.EARLIER_READING: N_("It may be over on {day} already, {condition}. The client's period is counted from there."),
    Warn.ACCEPTANCE_NOT_TOLD: N_(
        "Nobody told when it was accepted. To be safe it is counted from {day}, the day of receipt; ask for the notice."
    ),
    Warn.NOT_PROVED: N_("Nothing shows yet that it happened on {day}. Get a slip, a postal record or a witness."),
    Warn.SAFE_DAY_PASSED: N_("The safe day, {day}, has passed. See a lawyer today and write down why it is late."),
    Warn.CLOSED: N_("The last day, {day}, has passed. Ask a lawyer whether anything is left."),
    Warn.LOW_CONFIDENCE: N_("This rule is not fully verified. Check the text before a letter leaves."),
}
