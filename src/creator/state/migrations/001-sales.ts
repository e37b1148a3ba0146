/**
 * One row an authorization that was shown to the shop. It is claimed before it is settled, for one item, whoever else shows it:
 * `unique (network, asset, payer, nonce)` is what refuses a payment for a cheap article that is shown for a dear one, and a second
 * instance that would settle the same one.
 */
export const sales: readonly string[] = [
  `create table farthing_sales (
    id bigint generated always as identity primary key,
    -- The shop's own name for what was sold: never what a payment claims to be for.
    item text not null,
    kind text not null check (kind in ('article', 'tip')),
    title text not null,
    url text not null,
    dialect text not null check (dialect in ('x402', 'mpp')),
    network text not null,
    asset text not null,
    payer text not null,
    pay_to text not null,
    -- Atomic units of the asset.
    amount numeric(78) not null check (amount > 0),
    nonce text not null,
    valid_before timestamptz not null,
    -- What the payer called it (x402, payment-identifier), or the challenge it answers (MPP).
    payment_id text,
    state text not null check (state in ('claimed', 'settled', 'failed')),
    -- Who settles it, and until when the others wait for them.
    claimed_by text not null,
    claimed_until timestamptz not null,
    transaction text,
    -- Not when the network settled it but when these books did; whole milliseconds, so that it can be passed on as a number.
    settled_at timestamptz,
    -- Headers of the answer, as JSON: what was lost is said again in the same words.
    answer text,
    note text,
    created_at timestamptz not null default now(),
    unique (network, asset, payer, nonce),
    check ((state = 'settled') = (settled_at is not null and transaction is not null))
  )`,
  `create unique index farthing_sales_payment_id on farthing_sales (payer, payment_id) where payment_id is not null`,
  `create index farthing_sales_bought on farthing_sales (item, payer) where state = 'settled'`,
  `create index farthing_sales_settled on farthing_sales (settled_at desc, id desc) where state = 'settled'`,
  `create index farthing_sales_open on farthing_sales (claimed_until) where state = 'claimed'`,
  `create index farthing_sales_transaction on farthing_sales (transaction) where state = 'settled'`,
  // Sign-ins that have opened something: none opens anything else.
  `create table farthing_sign_ins (
    address text not null,
    nonce text not null,
    item text not null,
    expires_at timestamptz not null,
    primary key (address, nonce)
  )`,
  `create index farthing_sign_ins_expired on farthing_sign_ins (expires_at)`,
  // Secrets of the shop, such as the one its cookies are signed with.
  `create table farthing_settings (name text primary key, value text not null)`,
]
