{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Planes de las entidades</h1>
<p class="lead">Qué entidades ya publicaron su plan de inducción y cuáles todavía no.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Vea el plan de cada entidad a su alcance. Con el filtro encuentra a las que registran personas y todavía no tienen plan, para acompañarlas.</p></details>
<form method="get" class="filtros noimp" novalidate>
{{>CAMPO_ESTADO}}
<button class="sec">Ver</button>
</form>
{{#HAY_FILAS}}<table class="apila">
<caption class="vh">Entidades y su plan de inducción</caption>
<thead><tr><th scope="col">Entidad</th><th scope="col">Plan</th><th scope="col">Aprobación</th><th scope="col">Rige desde</th><th scope="col">Plantilla</th></tr></thead>
<tbody>
{{#FILAS}}<tr><th scope="row"><a href="/entidad/{{ID}}/ficha">{{NOMBRE}}</a></th>
<td data-label="Plan">{{#HAY_PLAN_ID}}<a href="/plan/{{PLAN_ID}}/ver">Versión {{VERSION}}<span class="vh"> de {{NOMBRE}}</span></a> <span class="est">{{ESTADO:x-palabra}}</span>{{/HAY_PLAN_ID}}{{#NO_PLAN_ID}}Sin plan{{/NO_PLAN_ID}}</td>
<td data-label="Aprobación">{{DOCUMENTO}}</td>
<td data-label="Rige desde">{{VIGENTE_DESDE}}</td>
<td data-label="Plantilla">{{#HAY_PLANTILLA}}Versión {{PLANTILLA}}{{/HAY_PLANTILLA}}</td></tr>
{{/FILAS}}</tbody>
</table>
{{>PAGINAS}}
{{/HAY_FILAS}}{{#NO_FILAS}}<div class="nota"><p>Ninguna entidad está en ese caso.</p></div>
{{/NO_FILAS}}<p class="noimp"><a href="/plan/plantillas">Plantilla de SERVIR</a></p>
