{{%AUTOESCAPE context="HTML"}}
<h1>Cronograma de inducción</h1>
<p class="lead">{{NOMBRE}} · {{TIPO_DOCUMENTO}} {{DOCUMENTO}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Vea qué corresponde hacer en la inducción de esta persona, quién lo hace y en qué fecha. Puede imprimirlo y entregárselo. Las fechas se cuentan desde su ingreso.</p></details>
<dl class="ficha">
<div><dt>Entidad</dt><dd>{{ENTIDAD}}{{#HAY_ORGANO}} · {{ORGANO}}{{/HAY_ORGANO}}</dd></div>
<div><dt>Puesto</dt><dd>{{PUESTO}}</dd></div>
<div><dt>Ingreso</dt><dd>{{FECHA_INGRESO:x-largo}}</dd></div>
<div><dt>Jefe inmediato</dt><dd>{{#HAY_JEFE}}{{JEFE}}{{/HAY_JEFE}}{{#NO_JEFE}}<span class="hint">Falta</span>{{/NO_JEFE}}</dd></div>
{{#HAY_TAREAS}}<div><dt>Plan</dt><dd><a href="/plan/{{PLAN_ID}}/ver">Versión {{PLAN_VERSION}} del plan de la entidad</a></dd></div>
{{/HAY_TAREAS}}</dl>
<div class="acc noimp"><a class="btn sec" href="/servidor/{{ID}}/cronograma?vista=imprimir">Imprimir</a> <a href="/servidor/{{ID}}/ficha">Ver la ficha</a></div>
<h2>Etapas</h2>
<table class="apila">
<caption class="vh">Etapas y plazos</caption>
<thead><tr><th scope="col">Etapa</th><th scope="col">Plazo</th><th scope="col">Estado</th></tr></thead>
<tbody>
{{#ETAPAS}}<tr><th scope="row">{{#DE_ESTADO}}A. Inducción general al Estado{{/DE_ESTADO}}{{#DE_ENTIDAD}}B. Inducción general a la entidad{{/DE_ENTIDAD}}{{#DE_PUESTO}}C. Inducción específica al puesto{{/DE_PUESTO}}</th>
<td data-label="Plazo">Hasta el {{FECHA_LIMITE:x-largo}}</td>
<td data-label="Estado"><span class="est {{ESTADO}}">{{ESTADO:x-palabra}}</span>{{#HAY_FECHA_FIN}} {{FECHA_FIN}}{{/HAY_FECHA_FIN}}</td></tr>
{{/ETAPAS}}</tbody>
</table>
<h2>Tareas por fecha</h2>
{{#HAY_TAREAS}}<table class="apila">
<caption class="vh">Tareas de la inducción por fecha</caption>
<thead><tr><th scope="col">Fecha</th><th scope="col">Tarea</th><th scope="col">Quién</th><th scope="col" class="num">Horas</th><th scope="col">Estado</th></tr></thead>
<tbody>
{{#TAREAS}}<tr><th scope="row">{{FECHA}}</th>
<td data-label="Tarea">{{TITULO}} <span class="hint">{{ETAPA}}.{{#OPCIONAL}} Opcional.{{/OPCIONAL}}{{#EVIDENCIA}} Pide evidencia.{{/EVIDENCIA}} {{DESCRIPCION}}</span>{{#HAY_MATERIAL}} <span class="hint">Material: {{#HAY_URL}}<a href="{{URL}}" rel="noopener noreferrer">{{MATERIAL}}</a>{{/HAY_URL}}{{#NO_URL}}<a href="/material/{{MATERIAL_ID}}/archivo">{{MATERIAL}}</a>{{/NO_URL}}</span>{{/HAY_MATERIAL}}</td>
<td data-label="Quién">{{QUIEN}}</td>
<td data-label="Horas" class="num">{{HORAS}}</td>
<td data-label="Estado"><span class="est {{ESTADO}}">{{ESTADO:x-palabra}}</span> {{HECHA_EL}}{{#HAY_MOTIVO}} <span class="hint">{{MOTIVO}}</span>{{/HAY_MOTIVO}}</td></tr>
{{/TAREAS}}</tbody>
</table>
{{/HAY_TAREAS}}{{#NO_TAREAS}}<div class="nota"><p>No tiene tareas: se registró cuando la entidad no tenía un plan publicado. Sus tres etapas y sus plazos son los de arriba.</p></div>
{{/NO_TAREAS}}<p class="hint">Al {{HOY}}.</p>
