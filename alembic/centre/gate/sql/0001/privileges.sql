-- Who may what in the gate. In the same transaction as the CREATE, so that there is no moment in which everybody may call.

REVOKE ALL ON SCHEMA gate FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA gate FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA gate FROM PUBLIC;

-- a desk: one function
GRANT USAGE ON SCHEMA gate TO desk;
GRANT EXECUTE ON FUNCTION gate.exchange(bytea, bytea, int4, int8, bytea, int8, bytea, bytea) TO desk;

-- the integrator: reads what came, adds what goes out, changes none of it
GRANT USAGE ON SCHEMA gate TO integrator;
GRANT SELECT ON gate.centre, gate.device, gate.chain, gate.frame_in, gate.mail_out, gate.mailbox, gate.audit TO integrator;
GRANT INSERT ON gate.mail_out TO integrator;
GRANT INSERT, UPDATE ON gate.mailbox TO integrator;
GRANT EXECUTE ON FUNCTION gate.note_stale(text, int8) TO integrator;

-- the operator: enrols, revokes, lets go of a machine, counts a restore; never sees a frame
GRANT USAGE ON SCHEMA gate TO operator;
GRANT SELECT ON gate.centre, gate.device, gate.chain, gate.mailbox, gate.audit TO operator;
GRANT INSERT, UPDATE ON gate.device TO operator;
GRANT UPDATE (epoch, wanted_program) ON gate.centre TO operator;
