{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Plan de inducción</h1>
<p class="lead">Qué hará cada quien con las personas que ingresan a su entidad, y cuándo.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Adopte la plantilla de SERVIR, agréguele las actividades de su entidad y publíquela con el documento que la aprueba. Desde entonces cada persona que registre recibe sus tareas con fecha. Una versión nueva no cambia las tareas de quienes ya tienen las suyas.</p></details>
{{#HAY_PUBLICADO_ID}}<div class="nota"><h2>{{#FUTURO}}Publicada, rige desde el {{VIGENTE_DESDE:x-largo}}{{/FUTURO}}{{#NO_FUTURO}}En vigor{{/NO_FUTURO}}: versión {{VERSION}}</h2>
<p>Aprobada con {{DOCUMENTO}} el {{APROBADO_EL:x-largo}}. <a href="/plan/{{PUBLICADO_ID}}/ver">Ver la versión {{VERSION}}</a></p>
{{#PLANTILLA_NUEVA}}<p>SERVIR publicó otra versión de su plantilla: la {{PLANTILLA_VERSION}}. Prepare una versión nueva para adoptarla.</p>
{{/PLANTILLA_NUEVA}}</div>
{{/HAY_PUBLICADO_ID}}{{#NO_PUBLICADO_ID}}<div class="nota"><h2>Su entidad todavía no tiene plan publicado</h2><p>Mientras no lo tenga, las personas se registran con sus tres etapas y sin tareas.</p></div>
{{/NO_PUBLICADO_ID}}{{#HAY_BORRADOR_ID}}<div class="acc"><a class="btn" href="/plan/{{BORRADOR_ID}}/editar">Seguir con el borrador</a> <a href="/plan/{{BORRADOR_ID}}/descartar">Descartar el borrador</a></div>
{{/HAY_BORRADOR_ID}}{{#PUEDE_ADOPTAR}}<form method="post" novalidate>
{{>CSRF}}
<p>Plantilla de SERVIR: {{PLANTILLA_NOMBRE}}, versión {{PLANTILLA_VERSION}}. <a href="/plan/plantilla/{{PLANTILLA_ID}}">Ver la plantilla</a></p>
<div class="acc"><button>{{#HAY_PUBLICADO_ID}}Preparar una versión nueva{{/HAY_PUBLICADO_ID}}{{#NO_PUBLICADO_ID}}Adoptar la plantilla{{/NO_PUBLICADO_ID}}</button></div>
</form>
{{/PUEDE_ADOPTAR}}{{#SIN_PLANTILLA}}<div class="alerta"><p>SERVIR todavía no publicó una plantilla.</p></div>
{{/SIN_PLANTILLA}}
<p><a href="/material/lista">Materiales y plantillas</a> · <a href="/plan/informe">Informe de la inducción</a></p>
{{#HAY_VERSIONES}}<h2>Versiones</h2>
<table class="apila">
<caption class="vh">Versiones del plan de su entidad</caption>
<thead><tr><th scope="col">Versión</th><th scope="col">Estado</th><th scope="col">Aprobación</th><th scope="col">Rige desde</th><th scope="col" class="num">Personas que la tienen</th></tr></thead>
<tbody>
{{#VERSIONES}}<tr><th scope="row"><a href="/plan/{{ID}}/ver">Versión {{VERSION}}</a></th>
<td data-label="Estado"><span class="est">{{ESTADO:x-palabra}}</span></td>
<td data-label="Aprobación">{{#HAY_DOCUMENTO}}{{DOCUMENTO}}, {{APROBADO_EL}}{{/HAY_DOCUMENTO}}</td>
<td data-label="Rige desde">{{VIGENTE_DESDE}}</td>
<td data-label="Personas" class="num">{{PERSONAS:x-miles}}</td></tr>
{{/VERSIONES}}</tbody>
</table>
{{/HAY_VERSIONES}}
