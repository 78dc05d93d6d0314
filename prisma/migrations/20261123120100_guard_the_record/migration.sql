-- The record only grows. Grants keep the application from changing it; these triggers keep everybody from it, the owner included.
CREATE FUNCTION refuse_change_of_the_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The record only grows: % on % is refused.', TG_OP, TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER event_only_grows BEFORE UPDATE OR DELETE ON "event"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_the_record();

CREATE TRIGGER event_is_never_emptied BEFORE TRUNCATE ON "event"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_the_record();

CREATE TRIGGER event_payload_only_grows BEFORE UPDATE OR DELETE ON "event_payload"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_the_record();

CREATE TRIGGER event_payload_is_never_emptied BEFORE TRUNCATE ON "event_payload"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_the_record();
