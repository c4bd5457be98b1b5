"""What the values of closed lists are called, in English, to be translated where they are shown.

One table for every list of the domain, so that a window, a paper and a table of a report say the same word
(``docs/glossary.md``). ``_(label(case.service))`` on screen; ``catalogue("zh_CN").gettext(label(...))`` on paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from caseapp.domain.agenda_records import MarkKind
from caseapp.domain.cases import Entitlement, KeyDayKind, Outcome, Role, Service, Stage
from caseapp.domain.consent import Purpose
from caseapp.domain.documents import DocumentState, HolderKind
from caseapp.domain.facts import SpellKind
from caseapp.domain.handovers import Form, Keeper
from caseapp.domain.letter_records import LetterState
from caseapp.domain.office_records import WorkerRole
from caseapp.domain.offices import Level, OfficeKind
from caseapp.domain.patterns import Known, Mark, Pattern
from caseapp.domain.people import Relation, Sex
from caseapp.domain.rule_records import Comparison, LookedUp
from caseapp.domain.visits import Answer, Channel, Grounds
from caseapp.i18n import N_


def label(value: Enum) -> str:
    """The English name of a value of a closed list. Raises ``KeyError`` for one that is never shown."""
    return value.label if isinstance(value, Pattern) else LABELS[value]


_CASES: dict[Enum, str] = {
    Service.COMPULSORY_EDUCATION: N_("Compulsory education"),
    Service.PRESCHOOL: N_("Preschool"),
    Service.SENIOR_SECONDARY_EXAM: N_("Senior secondary entrance exam"),
    Service.COLLEGE_ENTRANCE_EXAM: N_("College entrance exam"),
    Service.RESIDENCE_PERMIT: N_("Residence permit"),
    Service.HUKOU_POINTS: N_("Settlement by points"),
    Service.HEALTH_INSURANCE: N_("Health insurance"),
    Service.PUBLIC_HEALTH: N_("Public health"),
    Service.PENSION: N_("Pension"),
    Service.UNEMPLOYMENT: N_("Unemployment insurance"),
    Service.WORK_INJURY: N_("Work injury insurance"),
    Service.LABOUR: N_("Labour relations"),
    Service.SOCIAL_ASSISTANCE: N_("Social assistance"),
    Service.PUBLIC_HOUSING: N_("Public rental housing"),
    Service.VOCATIONAL_TRAINING: N_("Vocational training"),
    Service.EMPLOYMENT_SERVICE: N_("Employment service"),
    Service.OTHER: N_("Other"),
    Stage.WITH_US: N_("Our move"),
    Stage.WITH_THEM: N_("Waiting for the office"),
    Stage.CLOSED: N_("Closed"),
    Outcome.OPEN: N_("Still open"),
    Outcome.SOLVED: N_("Solved"),
    Outcome.SOLVED_OTHERWISE: N_("Solved in another way"),
    Outcome.NOT_SOLVED: N_("Not solved"),
    Outcome.CLIENT_STOPPED: N_("The client stopped"),
    MarkKind.DONE: N_("Done with"),
    MarkKind.POSTPONED: N_("Put off"),
    Entitlement.UNKNOWN: N_("Not known yet"),
    Entitlement.OBTAINED: N_("Obtained"),
    Entitlement.PARTLY: N_("Obtained in part"),
    Entitlement.NOT_OBTAINED: N_("Not obtained"),
    Role.APPLICANT: N_("Applicant"),
    Role.BENEFICIARY: N_("Beneficiary"),
    Role.STATUTORY_REPRESENTATIVE: N_("Statutory representative"),
    Role.AGENT: N_("Agent"),
    Role.CONTACT: N_("Contact person"),
    Role.THIRD_PARTY: N_("Third party"),
    KeyDayKind.PAPER_RECEIVED: N_("A paper was received"),
    KeyDayKind.INJURED: N_("Injured"),
    KeyDayKind.LEFT_JOB: N_("Left the job"),
    KeyDayKind.REGISTRATION_CLOSES: N_("Registration closes"),
    KeyDayKind.DECISION_SERVED: N_("Decision or award served"),
    KeyDayKind.APPLICATION_RECEIVED: N_("Application received by the office"),
    KeyDayKind.CONTRACT_ASKED: N_("Written contract asked for"),
    KeyDayKind.STARTED_WORK: N_("Started work"),
    KeyDayKind.COMPLAINED: N_("Complained"),
    KeyDayKind.NOTICE_PUBLISHED: N_("Decision published as a notice"),
    KeyDayKind.TOLD_OF_REMEDY: N_("Learnt where and until when to go against it"),
    KeyDayKind.EXTENSION_TOLD: N_("Office told that it takes longer"),
    KeyDayKind.OBSTACLE_BEGAN: N_("Kept from acting, from this day"),
    KeyDayKind.OBSTACLE_ENDED: N_("Kept from acting, until this day"),
    KeyDayKind.RECONSIDERATION_RECEIVED: N_("Reconsideration: application received"),
    KeyDayKind.CORRECTION_TOLD: N_("Reconsideration: told to correct the application"),
    KeyDayKind.APPLICATION_ACCEPTED: N_("Application accepted, slip given"),
    KeyDayKind.EXECUTION_DAY: N_("Carried out: closing, clearing, fine, withdrawal"),
}

_PEOPLE: dict[Enum, str] = {
    Sex.FEMALE: N_("Female"),
    Sex.MALE: N_("Male"),
    Relation.SELF: N_("The client"),
    Relation.SPOUSE: N_("Spouse"),
    Relation.CHILD: N_("Child"),
    Relation.PARENT: N_("Parent"),
    Relation.GRANDPARENT: N_("Grandparent"),
    Relation.SIBLING: N_("Brother or sister"),
    Relation.OTHER: N_("Other"),
    SpellKind.INSURED: N_("Insured"),
    SpellKind.EMPLOYED: N_("Employed"),
    SpellKind.RESIDENT: N_("Lived here"),
    SpellKind.LEASE: N_("Filed lease"),
    SpellKind.PERMIT: N_("Residence permit"),
    SpellKind.TEMPORARY_PERMIT: N_("Temporary residence permit"),
    SpellKind.SCHOOLED: N_("At school here"),
    WorkerRole.CASEWORKER: N_("Caseworker"),
    WorkerRole.COORDINATOR: N_("Coordinator"),
}

_OFFICES: dict[Enum, str] = {
    OfficeKind.EDUCATION_BUREAU: N_("Education bureau"),
    OfficeKind.SCHOOL: N_("School"),
    OfficeKind.KINDERGARTEN: N_("Kindergarten"),
    OfficeKind.STREET_OFFICE: N_("Street office"),
    OfficeKind.COMMUNITY: N_("Residents' committee"),
    OfficeKind.MIGRANT_STATION: N_("Service station for migrants"),
    OfficeKind.GOVERNMENT: N_("People's government"),
    OfficeKind.POLICE_STATION: N_("Police station"),
    OfficeKind.HRSS_BUREAU: N_("Human resources and social security bureau"),
    OfficeKind.SOCIAL_INSURANCE_AGENCY: N_("Social insurance agency"),
    OfficeKind.LABOUR_INSPECTION: N_("Labour inspection"),
    OfficeKind.LABOUR_ARBITRATION: N_("Labour arbitration commission"),
    OfficeKind.HEALTHCARE_SECURITY: N_("Healthcare security bureau"),
    OfficeKind.HOSPITAL: N_("Hospital"),
    OfficeKind.HEALTH_BUREAU: N_("Health bureau"),
    OfficeKind.CIVIL_AFFAIRS: N_("Civil affairs bureau"),
    OfficeKind.HOUSING_BUREAU: N_("Housing bureau"),
    OfficeKind.HOUSING_FUND: N_("Housing fund centre"),
    OfficeKind.TAX_BUREAU: N_("Tax bureau"),
    OfficeKind.COURT: N_("People's court"),
    OfficeKind.PROCURATORATE: N_("People's procuratorate"),
    OfficeKind.LEGAL_AID: N_("Legal aid institution"),
    OfficeKind.HOTLINE: N_("Hotline"),
    OfficeKind.PETITION_OFFICE: N_("Petition office"),
    OfficeKind.TRADE_UNION: N_("Trade union"),
    OfficeKind.EMPLOYER: N_("Employer"),
    OfficeKind.LANDLORD: N_("Landlord"),
    OfficeKind.OTHER: N_("Other"),
    Level.CENTRAL: N_("Central"),
    Level.PROVINCE: N_("Province"),
    Level.CITY: N_("City"),
    Level.DISTRICT: N_("District"),
    Level.STREET: N_("Street"),
    Level.UNIT: N_("School, hospital, employer or the like"),
}

_PAPERS: dict[Enum, str] = {
    DocumentState.NEEDED: N_("Needed"),
    DocumentState.APPLIED: N_("Applied for"),
    DocumentState.HELD: N_("Held"),
    DocumentState.COPY_ONLY: N_("Copy only"),
    DocumentState.EXPIRED: N_("Expired"),
    DocumentState.WITHHELD: N_("Withheld"),
    DocumentState.UNOBTAINABLE: N_("Nobody issues it"),
    DocumentState.SUBSTITUTED: N_("Substituted"),
    DocumentState.HANDED_IN: N_("Handed in"),
    DocumentState.RETURNED: N_("Given back"),
    DocumentState.NOT_APPLICABLE: N_("Not needed here"),
    Keeper.CLIENT: N_("Client"),
    Keeper.CASEWORKER: N_("Us"),
    Keeper.LAWYER: N_("The lawyer"),
    Keeper.OFFICE: N_("An office"),
    Keeper.OTHER: N_("Somebody else"),
    Form.ORIGINAL: N_("Original"),
    Form.COPY: N_("Copy"),
    HolderKind.CLIENT: N_("Client"),
    HolderKind.LANDLORD: N_("Landlord"),
    HolderKind.EMPLOYER: N_("Employer"),
    HolderKind.OFFICE: N_("An office"),
    HolderKind.SCHOOL: N_("School"),
    HolderKind.HOSPITAL: N_("Hospital"),
    HolderKind.HOMETOWN: N_("Office at the registered place"),
    HolderKind.OTHER_PRIVATE: N_("Another private party"),
    LetterState.DRAFT: N_("Draft"),
    LetterState.READ_OUT: N_("Read out"),
    LetterState.ISSUED: N_("Issued"),
    LetterState.SENT: N_("Handed in"),
    LetterState.RECEIVED: N_("Received by the office"),
}

_VISITS: dict[Enum, str] = {
    Channel.COUNTER: N_("Counter"),
    Channel.PHONE: N_("Telephone"),
    Channel.ONLINE: N_("Online"),
    Channel.HOTLINE: N_("12345 hotline"),
    Channel.MESSAGE_BOARD: N_("Message board"),
    Channel.POST: N_("Post"),
    Answer.ACCEPTED: N_("Accepted"),
    Answer.REFUSED: N_("Refused"),
    Answer.REFERRED: N_("Referred"),
    Answer.ASKED_MORE: N_("Asked for more"),
    Answer.NO_ANSWER: N_("No answer"),
    Answer.PROMISED: N_("Promised"),
    Grounds.NONE: N_("None given"),
    Grounds.RULE_UNNAMED: N_("“The rules”, without saying which"),
    Grounds.MISSING_PAPER: N_("A paper is missing"),
    Grounds.CONDITION_NOT_MET: N_("A condition is not met"),
    Grounds.HUKOU_PLACE: N_("To be done at the registered place"),
    Grounds.NO_PLACE: N_("No place left"),
    Grounds.NOT_COMPETENT: N_("Not in its charge"),
    Grounds.OUT_OF_TIME: N_("Out of time"),
    Grounds.FACILITY_CLOSED: N_("Shut or cleared"),
    Grounds.RECORD_MISMATCH: N_("Records differ"),
    Grounds.FEE: N_("Money is to be paid"),
    Grounds.WAIT: N_("To wait"),
    Grounds.NO_AGREEMENT: N_("No settlement agreement"),
    Grounds.OTHER: N_("Other"),
}

_JUDGEMENTS: dict[Enum, str] = {
    Known.DERIVED: N_("Follows from the record"),
    Known.CODED: N_("Judged by a caseworker"),
    Known.BOTH: N_("Follows from the record, or judged by a caseworker"),
    Mark.CODED: N_("Judged by a caseworker"),
    Mark.CONFIRMED: N_("Confirmed"),
    Mark.REJECTED: N_("Rejected"),
    Purpose.KEEP_CASE: N_("Keep my case"),
    Purpose.CONTACT: N_("Contact me"),
    Purpose.SENSITIVE: N_("Sensitive data"),
    Purpose.REPORTS: N_("Count my case in reports"),
    Purpose.MENTION_OTHERS: N_("May mention others"),
    Purpose.KNOWN_TO_MEMBERS: N_("Known to other members"),
    Purpose.LAWYER: N_("Lawyer may see"),
    Purpose.RECORDING: N_("Recording"),
    Purpose.QUOTATION: N_("Quotation"),
    Purpose.KEEP_AFTER_CLOSING: N_("Keep after closing"),
    Purpose.ABROAD: N_("Outside the mainland"),
    Purpose.DISCLOSURE_ACKNOWLEDGED: N_("Effects of filing known"),
}

_RULES: dict[Enum, str] = {
    Comparison.AT_LEAST: N_("At least"),
    Comparison.AT_MOST: N_("At most"),
    Comparison.EQUALS: N_("Exactly"),
    Comparison.ONE_OF: N_("One of"),
    Comparison.IS_TRUE: N_("It must be so"),
    Comparison.IS_FALSE: N_("It must not be so"),
    LookedUp.STILL_IN_FORCE: N_("Still in force"),
    LookedUp.CHANGED: N_("The text has changed"),
    LookedUp.NOT_FOUND: N_("The source was not found"),
}

LABELS: Mapping[Enum, str] = MappingProxyType(
    {**_CASES, **_PEOPLE, **_OFFICES, **_PAPERS, **_VISITS, **_JUDGEMENTS, **_RULES}
)
"""Every value that is shown, but the patterns, which carry their own (:attr:`Pattern.label`)."""
