/**
 * One row a request for money back. A key and a dispute are taken once. What is being paid back is written down before it is sent:
 * until it is known what became of it, nothing else is signed for this dispute.
 */
export const refunds: readonly string[] = [
  `create table farthing_refunds (
    id bigint generated always as identity primary key,
    -- The reader's idempotency key: the same request again is no second one.
    key text not null unique,
    dispute text not null unique,
    sale bigint not null references farthing_sales (id),
    -- Only who has made the request knows it, and may answer a no.
    signature text not null,
    refund_to text not null,
    -- Atomic units.
    asked numeric(78) not null check (asked > 0),
    reason text not null,
    -- The reader's own words, and what they show, as a JSON object of texts.
    words text not null,
    evidence text not null,
    respond_by timestamptz not null,
    state text not null check (state in ('open', 'paying', 'paid', 'denied')),
    sending numeric(78) check (sending > 0),
    -- The account that pays back, and since when it can have done so.
    sending_from text,
    sending_since timestamptz,
    -- After this the token takes it no more.
    sending_valid_before timestamptz,
    -- Who waits for it, and until when the others leave it to them.
    sending_until timestamptz,
    paid numeric(78) check (paid > 0),
    transaction text,
    denial text,
    note text,
    counter text,
    countered_at timestamptz,
    posts integer not null default 1,
    reminders integer not null default 0,
    received_at timestamptz not null,
    answered_at timestamptz,
    check ((state = 'paying') = (sending is not null)),
    check ((state = 'paid') = (paid is not null)),
    -- A no that was answered stays beside the answer.
    check (state <> 'denied' or denial is not null)
  )`,
  `create index farthing_refunds_sale on farthing_refunds (sale)`,
  `create index farthing_refunds_open on farthing_refunds (received_at) where state in ('open', 'paying')`,
  `create index farthing_refunds_received on farthing_refunds (received_at desc, id desc)`,
]
