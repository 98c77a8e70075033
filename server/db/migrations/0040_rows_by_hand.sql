alter table import_decision drop constraint import_decision_kind_check;
alter table import_decision add constraint import_decision_kind_check
  check (kind in ('edit','accept','discard','reopen','merge','split','answer','nameUnit','make'));
comment on column import_decision.kind is 'make: a row that an officer made of words which the reader had left.';
