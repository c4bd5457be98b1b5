CREATE TABLE access_log (
    number INTEGER NOT NULL,
    wall VARCHAR NOT NULL,
    who VARCHAR NOT NULL,
    action VARCHAR NOT NULL,
    what VARCHAR NOT NULL,
    CONSTRAINT pk_access_log PRIMARY KEY (number)
);

CREATE TABLE agenda_item (
    "case" VARCHAR NOT NULL,
    item VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    ref VARCHAR NOT NULL,
    day VARCHAR NOT NULL,
    shows_from VARCHAR NOT NULL,
    until VARCHAR,
    provisional BOOLEAN NOT NULL,
    CONSTRAINT pk_agenda_item PRIMARY KEY ("case", item)
);

CREATE TABLE agenda_mark (
    id VARCHAR NOT NULL,
    "case" VARCHAR NOT NULL,
    item VARCHAR NOT NULL,
    kind VARCHAR,
    until VARCHAR,
    reason VARCHAR NOT NULL,
    is_deleted BOOLEAN NOT NULL,
    is_disputed BOOLEAN NOT NULL,
    changed_on VARCHAR NOT NULL,
    made INTEGER NOT NULL,
    heads VARCHAR NOT NULL,
    CONSTRAINT pk_agenda_mark PRIMARY KEY (id)
);

CREATE TABLE agenda_seen (
    id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    made_with VARCHAR NOT NULL,
    CONSTRAINT pk_agenda_seen PRIMARY KEY (id)
);

CREATE TABLE agenda_state (
    "case" VARCHAR NOT NULL,
    derived_on VARCHAR NOT NULL,
    holds_until VARCHAR NOT NULL,
    CONSTRAINT pk_agenda_state PRIMARY KEY ("case")
);

CREATE TABLE attachment (
    id VARCHAR NOT NULL,
    "case" VARCHAR NOT NULL,
    blob VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    media_type VARCHAR NOT NULL,
    added_on VARCHAR,
    document VARCHAR,
    visit VARCHAR,
    place INTEGER NOT NULL,
    recorded_on VARCHAR,
    recorded_by VARCHAR NOT NULL,
    recorded_at VARCHAR NOT NULL,
    present VARCHAR NOT NULL,
    device VARCHAR NOT NULL,
    own_talk BOOLEAN NOT NULL,
    transcript VARCHAR NOT NULL,
    is_deleted BOOLEAN NOT NULL,
    is_disputed BOOLEAN NOT NULL,
    changed_on VARCHAR NOT NULL,
    made INTEGER NOT NULL,
    heads VARCHAR NOT NULL,
    CONSTRAINT pk_attachment PRIMARY KEY (id)
);

CREATE TABLE blob (
    id VARCHAR NOT NULL,
    digest VARCHAR NOT NULL,
    size INTEGER NOT NULL,
    is_deleted BOOLEAN NOT NULL,
    is_disputed BOOLEAN NOT NULL,
    changed_on VARCHAR NOT NULL,
    made INTEGER NOT NULL,
    heads VARCHAR NOT NULL,
    CONSTRAINT pk_blob PRIMARY KEY (id)
);

CREATE TABLE blob_key (
    blob VARCHAR NOT NULL,
    wrapped BLOB NOT NULL,
    CONSTRAINT pk_blob_key PRIMARY KEY (blob)
);

CREATE TABLE "case" (
    id VARCHAR NOT NULL,
    number VARCHAR NOT NULL,
    opened_on VARCHAR NOT NULL,
    household VARCHAR,
    service VARCHAR NOT NULL,
    city VARCHAR NOT NULL,
    district VARCHAR NOT NULL,
    as_of VARCHAR,
    request VARCHAR NOT NULL,
    story VARCHAR NOT NULL,
    stage VARCHAR NOT NULL,
    useful_until VARCHAR,
    useful_because VARCHAR NOT NULL,
    fallback VARCHAR NOT NULL,
    fallback_by VARCHAR,
    outcome VARCHAR NOT NULL,
    outcome_on VARCHAR,
    outcome_words VARCHAR NOT NULL,
    entitlement VARCHAR NOT NULL,
    step_that_worked VARCHAR NOT NULL,
    why_stopped VARCHAR NOT NULL,
    bill_yuan VARCHAR NOT NULL,
    rate_here_percent VARCHAR NOT NULL,
    rate_home_percent VARCHAR NOT NULL,
    class_size_today INTEGER,
    class_size_before INTEGER,
    class_size_until VARCHAR,
    note VARCHAR NOT NULL,
    is_deleted BOOLEAN NOT NULL,
    is_disputed BOOLEAN NOT NULL,
    changed_on VARCHAR NOT NULL,
    made INTEGER NOT NULL,
    heads VARCHAR NOT NULL,
    CONSTRAINT pk_case PRIMARY KEY (id)
);

CREATE TABLE caseworker (
    id VARCHAR NOT NULL,
    handle VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    is_deleted BOOLEAN NOT NULL,
    is_disputed BOOLEAN NOT NULL,
    changed_on VARCHAR NOT NULL,
    made INTEGER NOT NULL,
    heads VARCHAR NOT NULL,
    CONSTRAINT pk_caseworker PRIMARY KEY (id)
);

CREATE TABLE consent (
    id VARCHAR NOT NULL,
    person VARCHAR NOT NULL,
    purpose VARCHAR NOT NULL,
    "case" VARCHAR,
    given_on VARCHAR,
    how VARCHAR NOT NULL,
    withdrawn_on VARCHAR,
    is_deleted BOOLEAN NOT NULL,
    is_disputed BOOLEAN NOT NULL,
    changed_on VARCHAR NOT NULL,
    made INTEGER NOT NULL,
    heads VARCHAR NOT NULL,
    CONSTRAINT pk_consent PRIMARY KEY (id)
);

CREATE TABLE counter (
    name VARCHAR NOT NULL,
    last INTEGER NOT NULL,
    CONSTRAINT pk_counter PRIMARY KEY (name)
);

CREATE TABLE demand (
    id VARCHAR NOT NULL,
    visit VARCHAR NOT NULL,
    paper VARCHAR NOT NULL,
    words VARCHAR NOT NULL,
    holder_kind VARCHAR NOT NULL,
    by_rule BOOLEAN,
    is_deleted BOOLEAN NOT NULL,
    is_disputed BOOLEAN NOT NULL,
    changed_on VARCHAR NOT NULL,
    made INTEGER NOT NULL,
    heads VARCHAR NOT NULL,
    CONSTRAINT pk_demand PRIMARY KEY (id)
);

CREATE TABLE document (
    id VARCHAR NOT NULL,
    "case" VARCHAR NOT NULL,
    paper VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    state_on VARCHAR,
    holder VARCHAR,
    holder_name VARCHAR NOT NULL,
    words VARCHAR NOT NULL,
    issuer VARCHAR NOT NULL,
    valid_until VARCHAR,
    original_seen BOOLEAN NOT NULL,
    original_at VARCHAR NOT NULL,
    proves VARCHAR NOT NULL,
    proves_not VARCHAR NOT NULL,
    pages INTEGER,
    exhibit INTEGER,
    is_deleted BOOLEAN NOT NULL,
    is_disputed BOOLEAN NOT NULL,
    changed_on VARCHAR NOT NULL,
    made INTEGER NOT NULL,
    heads VARCHAR NOT NULL,
    CONSTRAINT pk_document PRIMARY KEY (id)
);

CREATE TABLE draft (
    who VARCHAR NOT NULL,
    "key" VARCHAR NOT NULL,
    content VARCHAR NOT NULL,
    saved_on VARCHAR NOT NULL,
    at_hand BOOLEAN NOT NULL,
    CONSTRAINT pk_draft PRIMARY KEY (who, "key")
);

CREATE TABLE enquiry (
    id VARCHAR NOT NULL,
    asked_on VARCHAR NOT NULL,
    city VARCHAR NOT NULL,
    service VARCHAR NOT NULL,
    question VARCHAR NOT NULL,
    answer VARCHAR NOT NULL,
    became VARCHAR,
    is_deleted BOOLEAN NOT NULL,
    is_disputed BOOLEAN NOT NULL,
    changed_on VARCHAR NOT NULL,
    made INTEGER NOT NULL,
    heads VARCHAR NOT NULL,
    CONSTRAINT pk_enquiry PRIMARY KEY (id)
);

CREATE TABLE fact (
    id VARCHAR NOT NULL,
    person VARCHAR NOT NULL,
    "key" VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    as_of VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    adverse BOOLEAN NOT NULL,
    is_deleted BOOLEAN NOT NULL,
    is_disputed BOOLEAN NOT NULL,
    changed_on VARCHAR NOT NULL,
    made INTEGER NOT NULL,
    heads VARCHAR NOT NULL,
    CONSTRAINT pk_fact PRIMARY KEY (id)
);

CREATE TABLE follow_up (
    id VARCHAR NOT NULL,
    "case" VARCHAR NOT NULL,
    what VARCHAR NOT NULL,
    due VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    done_on VARCHAR,
    result VARCHAR NOT NULL,
    is_deleted BOOLEAN NOT NULL,
    is_disputed BOOLEAN NOT NULL,
    changed_on VARCHAR NOT NULL,
    made INTEGER NOT NULL,
    heads VARCHAR NOT NULL,
    CONSTRAINT pk_follow_up PRIMARY KEY (id)
);

CREATE TABLE handover (
    id VARCHAR NOT NULL,
    "case" VARCHAR NOT NULL,
    document VARCHAR NOT NULL,
    day VARCHAR,
    form VARCHAR NOT NULL,
    giver VARCHAR NOT NULL,
    receiver VARCHAR NOT NULL,
    taken_by VARCHAR NOT NULL,
    office VARCHAR,
    back_by VARCHAR,
    receipt VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    paper VARCHAR NOT NULL,
    is_deleted BOOLEAN NOT NULL,
    is_disputed BOOLEAN NOT NULL,
    changed_on VARCHAR NOT NULL,
    made INTEGER NOT NULL,
    heads VARCHAR NOT NULL,
    CONSTRAINT pk_handover PRIMARY KEY (id)
);

CREATE TABLE household (
    id VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    is_deleted BOOLEAN NOT NULL,
    is_disputed BOOLEAN NOT NULL,
    changed_on VARCHAR NOT NULL,
    made INTEGER NOT NULL,
    heads VARCHAR NOT NULL,
    CONSTRAINT pk_household PRIMARY KEY (id)
);

CREATE TABLE journal_change (
    changeset INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    record VARCHAR NOT NULL,
    register VARCHAR NOT NULL,
    op VARCHAR NOT NULL,
    parents VARCHAR NOT NULL,
    commitment BLOB NOT NULL,
    salt BLOB,
    value VARCHAR,
    CONSTRAINT pk_journal_change PRIMARY KEY (changeset, ordinal),
    CONSTRAINT fk_journal_change_changeset FOREIGN KEY(changeset) REFERENCES journal_changeset (position)
)
 WITHOUT ROWID;

CREATE TABLE journal_changeset (
    position INTEGER NOT NULL,
    arrived INTEGER NOT NULL,
    id VARCHAR NOT NULL,
    replica VARCHAR NOT NULL,
    seq INTEGER NOT NULL,
    lamport INTEGER NOT NULL,
    who VARCHAR NOT NULL,
    wall VARCHAR NOT NULL,
    intention VARCHAR NOT NULL,
    previous VARCHAR NOT NULL,
    hash VARCHAR NOT NULL,
    mark BLOB NOT NULL,
    CONSTRAINT pk_journal_changeset PRIMARY KEY (position)
);

CREATE TABLE key_day (
    id VARCHAR NOT NULL,
    "case" VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    day VARCHAR,
    none BOOLEAN NOT NULL,
    note VARCHAR NOT NULL,
    is_deleted BOOLEAN NOT NULL,
    is_disputed BOOLEAN NOT NULL,
    changed_on VARCHAR NOT NULL,
    made INTEGER NOT NULL,
    heads VARCHAR NOT NULL,
    CONSTRAINT pk_key_day PRIMARY KEY (id)
);

CREATE TABLE letter (
    id VARCHAR NOT NULL,
    "case" VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    number VARCHAR NOT NULL,
    addressee VARCHAR,
    state VARCHAR NOT NULL,
    written_on VARCHAR,
    issued_on VARCHAR,
    frozen VARCHAR,
    basis VARCHAR NOT NULL,
    sent_on VARCHAR,
    sent_how VARCHAR NOT NULL,
    received_on VARCHAR,
    receipt VARCHAR NOT NULL,
    wish_by VARCHAR,
    is_deleted BOOLEAN NOT NULL,
    is_disputed BOOLEAN NOT NULL,
    changed_on VARCHAR NOT NULL,
    made INTEGER NOT NULL,
    heads VARCHAR NOT NULL,
    CONSTRAINT pk_letter PRIMARY KEY (id)
);

CREATE TABLE local_criterion (
    id VARCHAR NOT NULL,
    local_rule VARCHAR NOT NULL,
    "order" INTEGER NOT NULL,
    fact VARCHAR NOT NULL,
    op VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    one_of VARCHAR NOT NULL,
    is_deleted BOOLEAN NOT NULL,
    is_disputed BOOLEAN NOT NULL,
    changed_on VARCHAR NOT NULL,
    made INTEGER NOT NULL,
    heads VARCHAR NOT NULL,
    CONSTRAINT pk_local_criterion PRIMARY KEY (id)
);

CREATE TABLE local_rule (
    id VARCHAR NOT NULL,
    "case" VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    document_number VARCHAR NOT NULL,
    issuer VARCHAR NOT NULL,
    service VARCHAR NOT NULL,
    in_force_from VARCHAR,
    in_force_until VARCHAR,
    clause VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    office VARCHAR,
    seen_on VARCHAR,
    shown_by VARCHAR NOT NULL,
    visit VARCHAR,
    photo VARCHAR,
    url VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    is_deleted BOOLEAN NOT NULL,
    is_disputed BOOLEAN NOT NULL,
    changed_on VARCHAR NOT NULL,
    made INTEGER NOT NULL,
    heads VARCHAR NOT NULL,
    CONSTRAINT pk_local_rule PRIMARY KEY (id)
);

CREATE TABLE local_state (
    id INTEGER NOT NULL,
    casebook VARCHAR NOT NULL,
    secret BLOB NOT NULL,
    replica VARCHAR NOT NULL,
    CONSTRAINT pk_local_state PRIMARY KEY (id)
);

CREATE TABLE membership (
    id VARCHAR NOT NULL,
    household VARCHAR NOT NULL,
    person VARCHAR NOT NULL,
    relation VARCHAR NOT NULL,
    since VARCHAR,
    until VARCHAR,
    is_deleted BOOLEAN NOT NULL,
    is_disputed BOOLEAN NOT NULL,
    changed_on VARCHAR NOT NULL,
    made INTEGER NOT NULL,
    heads VARCHAR NOT NULL,
    CONSTRAINT pk_membership PRIMARY KEY (id)
);

CREATE TABLE office (
    id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    level VARCHAR NOT NULL,
    city VARCHAR NOT NULL,
    district VARCHAR NOT NULL,
    name_zh VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL,
    template BOOLEAN NOT NULL,
    address VARCHAR NOT NULL,
    postcode VARCHAR NOT NULL,
    phone VARCHAR NOT NULL,
    acts_for VARCHAR,
    reconsideration_organ VARCHAR NOT NULL,
    court VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    verified_on VARCHAR,
    note VARCHAR NOT NULL,
    is_deleted BOOLEAN NOT NULL,
    is_disputed BOOLEAN NOT NULL,
    changed_on VARCHAR NOT NULL,
    made INTEGER NOT NULL,
    heads VARCHAR NOT NULL,
    CONSTRAINT pk_office PRIMARY KEY (id)
);

CREATE TABLE party (
    id VARCHAR NOT NULL,
    "case" VARCHAR NOT NULL,
    person VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    power VARCHAR NOT NULL,
    power_until VARCHAR,
    is_deleted BOOLEAN NOT NULL,
    is_disputed BOOLEAN NOT NULL,
    changed_on VARCHAR NOT NULL,
    made INTEGER NOT NULL,
    heads VARCHAR NOT NULL,
    CONSTRAINT pk_party PRIMARY KEY (id)
);

CREATE TABLE pattern_mark (
    id VARCHAR NOT NULL,
    "case" VARCHAR NOT NULL,
    pattern VARCHAR NOT NULL,
    mark VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    is_deleted BOOLEAN NOT NULL,
    is_disputed BOOLEAN NOT NULL,
    changed_on VARCHAR NOT NULL,
    made INTEGER NOT NULL,
    heads VARCHAR NOT NULL,
    CONSTRAINT pk_pattern_mark PRIMARY KEY (id)
);

CREATE TABLE person (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    nickname VARCHAR NOT NULL,
    sex VARCHAR,
    born VARCHAR,
    id_number VARCHAR NOT NULL,
    phone VARCHAR NOT NULL,
    safe_contact VARCHAR NOT NULL,
    hukou_place VARCHAR NOT NULL,
    hukou_code VARCHAR NOT NULL,
    address VARCHAR NOT NULL,
    postcode VARCHAR NOT NULL,
    work_unit VARCHAR NOT NULL,
    is_deleted BOOLEAN NOT NULL,
    is_disputed BOOLEAN NOT NULL,
    changed_on VARCHAR NOT NULL,
    made INTEGER NOT NULL,
    heads VARCHAR NOT NULL,
    CONSTRAINT pk_person PRIMARY KEY (id)
);

CREATE TABLE profile (
    id VARCHAR NOT NULL,
    organisation VARCHAR NOT NULL,
    city VARCHAR NOT NULL,
    district VARCHAR NOT NULL,
    is_legal_aid_agency BOOLEAN NOT NULL,
    is_deleted BOOLEAN NOT NULL,
    is_disputed BOOLEAN NOT NULL,
    changed_on VARCHAR NOT NULL,
    made INTEGER NOT NULL,
    heads VARCHAR NOT NULL,
    CONSTRAINT pk_profile PRIMARY KEY (id)
);

CREATE TABLE read_out (
    id VARCHAR NOT NULL,
    letter VARCHAR NOT NULL,
    day VARCHAR NOT NULL,
    reader VARCHAR NOT NULL,
    statements INTEGER NOT NULL,
    basis VARCHAR NOT NULL,
    how VARCHAR NOT NULL,
    is_deleted BOOLEAN NOT NULL,
    is_disputed BOOLEAN NOT NULL,
    changed_on VARCHAR NOT NULL,
    made INTEGER NOT NULL,
    heads VARCHAR NOT NULL,
    CONSTRAINT pk_read_out PRIMARY KEY (id)
);

CREATE TABLE release (
    id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    day VARCHAR NOT NULL,
    until VARCHAR NOT NULL,
    exact BOOLEAN NOT NULL,
    digest VARCHAR NOT NULL,
    is_deleted BOOLEAN NOT NULL,
    is_disputed BOOLEAN NOT NULL,
    changed_on VARCHAR NOT NULL,
    made INTEGER NOT NULL,
    heads VARCHAR NOT NULL,
    CONSTRAINT pk_release PRIMARY KEY (id)
);

CREATE TABLE released_cell (
    id VARCHAR NOT NULL,
    release VARCHAR NOT NULL,
    "table" VARCHAR NOT NULL,
    "row" VARCHAR NOT NULL,
    "column" VARCHAR NOT NULL,
    shown VARCHAR NOT NULL,
    is_deleted BOOLEAN NOT NULL,
    is_disputed BOOLEAN NOT NULL,
    changed_on VARCHAR NOT NULL,
    made INTEGER NOT NULL,
    heads VARCHAR NOT NULL,
    CONSTRAINT pk_released_cell PRIMARY KEY (id)
);

CREATE TABLE rule_verified (
    id VARCHAR NOT NULL,
    place VARCHAR NOT NULL,
    programme VARCHAR NOT NULL,
    "on" VARCHAR NOT NULL,
    pack_version VARCHAR NOT NULL,
    digest VARCHAR NOT NULL,
    found VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    "by" VARCHAR NOT NULL,
    is_deleted BOOLEAN NOT NULL,
    is_disputed BOOLEAN NOT NULL,
    changed_on VARCHAR NOT NULL,
    made INTEGER NOT NULL,
    heads VARCHAR NOT NULL,
    CONSTRAINT pk_rule_verified PRIMARY KEY (id)
);

CREATE TABLE search_entry (
    number INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    record VARCHAR NOT NULL,
    CONSTRAINT pk_search_entry PRIMARY KEY (number),
    CONSTRAINT uq_search_entry_record UNIQUE (record)
);

CREATE TABLE spell (
    id VARCHAR NOT NULL,
    person VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    since VARCHAR NOT NULL,
    until VARCHAR,
    place VARCHAR NOT NULL,
    district VARCHAR NOT NULL,
    scheme VARCHAR NOT NULL,
    account VARCHAR NOT NULL,
    employer VARCHAR NOT NULL,
    months INTEGER,
    proof VARCHAR,
    is_deleted BOOLEAN NOT NULL,
    is_disputed BOOLEAN NOT NULL,
    changed_on VARCHAR NOT NULL,
    made INTEGER NOT NULL,
    heads VARCHAR NOT NULL,
    CONSTRAINT pk_spell PRIMARY KEY (id)
);

CREATE TABLE visit (
    id VARCHAR NOT NULL,
    "case" VARCHAR NOT NULL,
    office VARCHAR,
    "order" INTEGER NOT NULL,
    day VARCHAR,
    time_from VARCHAR NOT NULL,
    time_to VARCHAR NOT NULL,
    channel VARCHAR NOT NULL,
    window VARCHAR NOT NULL,
    badge VARCHAR NOT NULL,
    official_name VARCHAR NOT NULL,
    went VARCHAR,
    asked VARCHAR NOT NULL,
    answer VARCHAR NOT NULL,
    referred_to VARCHAR,
    grounds VARCHAR,
    words VARCHAR NOT NULL,
    words_literal BOOLEAN NOT NULL,
    asked_written BOOLEAN NOT NULL,
    written BOOLEAN,
    receipt VARCHAR NOT NULL,
    rule_title VARCHAR NOT NULL,
    rule_number VARCHAR NOT NULL,
    rule_clause VARCHAR NOT NULL,
    ticket VARCHAR NOT NULL,
    fee_asked_yuan VARCHAR NOT NULL,
    hours_lost VARCHAR NOT NULL,
    money_lost_yuan VARCHAR NOT NULL,
    papers_kept BOOLEAN,
    witness VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    is_deleted BOOLEAN NOT NULL,
    is_disputed BOOLEAN NOT NULL,
    changed_on VARCHAR NOT NULL,
    made INTEGER NOT NULL,
    heads VARCHAR NOT NULL,
    CONSTRAINT pk_visit PRIMARY KEY (id)
);

CREATE TABLE written_answer (
    id VARCHAR NOT NULL,
    "case" VARCHAR NOT NULL,
    office VARCHAR,
    visit VARCHAR,
    title VARCHAR NOT NULL,
    number VARCHAR NOT NULL,
    content VARCHAR NOT NULL,
    dated VARCHAR,
    received VARCHAR,
    served VARCHAR NOT NULL,
    envelope_kept BOOLEAN NOT NULL,
    told_right BOOLEAN,
    told_body BOOLEAN,
    told_period BOOLEAN,
    refusal BOOLEAN NOT NULL,
    is_deleted BOOLEAN NOT NULL,
    is_disputed BOOLEAN NOT NULL,
    changed_on VARCHAR NOT NULL,
    made INTEGER NOT NULL,
    heads VARCHAR NOT NULL,
    CONSTRAINT pk_written_answer PRIMARY KEY (id)
);

CREATE INDEX ix_agenda_item_shown ON agenda_item (shows_from, day);

CREATE INDEX ix_agenda_mark_case_changed_on ON agenda_mark ("case", changed_on);

CREATE INDEX ix_agenda_mark_disputed ON agenda_mark (is_disputed) WHERE is_disputed IS 1;

CREATE INDEX ix_attachment_case_changed_on ON attachment ("case", changed_on);

CREATE INDEX ix_attachment_disputed ON attachment (is_disputed) WHERE is_disputed IS 1;

CREATE INDEX ix_attachment_visit ON attachment (visit);

CREATE INDEX ix_blob_disputed ON blob (is_disputed) WHERE is_disputed IS 1;

CREATE INDEX ix_case_disputed ON "case" (is_disputed) WHERE is_disputed IS 1;

CREATE INDEX ix_case_household ON "case" (household);

CREATE INDEX ix_case_number ON "case" (number);

CREATE INDEX ix_caseworker_disputed ON caseworker (is_disputed) WHERE is_disputed IS 1;

CREATE INDEX ix_consent_case_changed_on ON consent ("case", changed_on);

CREATE INDEX ix_consent_disputed ON consent (is_disputed) WHERE is_disputed IS 1;

CREATE INDEX ix_consent_person ON consent (person);

CREATE INDEX ix_demand_disputed ON demand (is_disputed) WHERE is_disputed IS 1;

CREATE INDEX ix_demand_visit ON demand (visit);

CREATE INDEX ix_document_case_changed_on ON document ("case", changed_on);

CREATE INDEX ix_document_disputed ON document (is_disputed) WHERE is_disputed IS 1;

CREATE INDEX ix_enquiry_disputed ON enquiry (is_disputed) WHERE is_disputed IS 1;

CREATE INDEX ix_fact_disputed ON fact (is_disputed) WHERE is_disputed IS 1;

CREATE INDEX ix_fact_person ON fact (person);

CREATE INDEX ix_follow_up_case_changed_on ON follow_up ("case", changed_on);

CREATE INDEX ix_follow_up_disputed ON follow_up (is_disputed) WHERE is_disputed IS 1;

CREATE INDEX ix_handover_case_changed_on ON handover ("case", changed_on);

CREATE INDEX ix_handover_disputed ON handover (is_disputed) WHERE is_disputed IS 1;

CREATE INDEX ix_household_disputed ON household (is_disputed) WHERE is_disputed IS 1;

CREATE INDEX ix_journal_change_erased ON journal_change (op) WHERE op = 'erase';

CREATE INDEX ix_journal_change_letters ON journal_change (kind) WHERE kind = 'replica';

CREATE INDEX ix_journal_change_record ON journal_change (record);

CREATE INDEX ix_key_day_case_changed_on ON key_day ("case", changed_on);

CREATE INDEX ix_key_day_disputed ON key_day (is_disputed) WHERE is_disputed IS 1;

CREATE INDEX ix_letter_case_changed_on ON letter ("case", changed_on);

CREATE INDEX ix_letter_disputed ON letter (is_disputed) WHERE is_disputed IS 1;

CREATE INDEX ix_letter_number ON letter (number);

CREATE INDEX ix_local_criterion_disputed ON local_criterion (is_disputed) WHERE is_disputed IS 1;

CREATE INDEX ix_local_criterion_local_rule ON local_criterion (local_rule);

CREATE INDEX ix_local_rule_case_changed_on ON local_rule ("case", changed_on);

CREATE INDEX ix_local_rule_disputed ON local_rule (is_disputed) WHERE is_disputed IS 1;

CREATE INDEX ix_local_rule_visit ON local_rule (visit);

CREATE INDEX ix_membership_disputed ON membership (is_disputed) WHERE is_disputed IS 1;

CREATE INDEX ix_membership_household ON membership (household);

CREATE INDEX ix_membership_person ON membership (person);

CREATE INDEX ix_office_disputed ON office (is_disputed) WHERE is_disputed IS 1;

CREATE INDEX ix_party_case_changed_on ON party ("case", changed_on);

CREATE INDEX ix_party_disputed ON party (is_disputed) WHERE is_disputed IS 1;

CREATE INDEX ix_party_person ON party (person);

CREATE INDEX ix_pattern_mark_case_changed_on ON pattern_mark ("case", changed_on);

CREATE INDEX ix_pattern_mark_disputed ON pattern_mark (is_disputed) WHERE is_disputed IS 1;

CREATE INDEX ix_person_disputed ON person (is_disputed) WHERE is_disputed IS 1;

CREATE INDEX ix_profile_disputed ON profile (is_disputed) WHERE is_disputed IS 1;

CREATE INDEX ix_read_out_disputed ON read_out (is_disputed) WHERE is_disputed IS 1;

CREATE INDEX ix_read_out_letter ON read_out (letter);

CREATE INDEX ix_release_disputed ON release (is_disputed) WHERE is_disputed IS 1;

CREATE INDEX ix_released_cell_disputed ON released_cell (is_disputed) WHERE is_disputed IS 1;

CREATE INDEX ix_released_cell_release ON released_cell (release);

CREATE INDEX ix_rule_verified_disputed ON rule_verified (is_disputed) WHERE is_disputed IS 1;

CREATE INDEX ix_spell_disputed ON spell (is_disputed) WHERE is_disputed IS 1;

CREATE INDEX ix_spell_person ON spell (person);

CREATE INDEX ix_visit_case_changed_on ON visit ("case", changed_on);

CREATE INDEX ix_visit_disputed ON visit (is_disputed) WHERE is_disputed IS 1;

CREATE INDEX ix_written_answer_case_changed_on ON written_answer ("case", changed_on);

CREATE INDEX ix_written_answer_disputed ON written_answer (is_disputed) WHERE is_disputed IS 1;

CREATE INDEX ix_written_answer_number ON written_answer (number);

CREATE INDEX ix_written_answer_visit ON written_answer (visit);

CREATE VIRTUAL TABLE search USING fts5(words, tokenize='ascii');
