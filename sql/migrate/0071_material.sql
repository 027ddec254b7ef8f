-- One material of a name at a time, for SERVIR and for each entity.

SET LOCAL ROLE portal_owner;

CREATE UNIQUE INDEX material_titulo_key ON portal.material (coalesce(entidad_id, 0), titulo) WHERE estado = 'VIGENTE';
