{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Simular el plan, versión {{VERSION}}</h1>
<p class="lead">Qué habría pedido este plan a quienes ingresaron en un mes. Nada se guarda.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Elija un mes y vea las tareas con su fecha, persona por persona, y lo que conviene revisar antes de publicar. Si nadie ingresó ese mes, se muestra una persona de ejemplo.</p></details>
<form method="get" class="filtros noimp" novalidate>
{{>CAMPO_MES}}
<button class="sec">Simular</button>
</form>
<h2>Resumen</h2>
<p>{{#EJEMPLO}}Nadie ingresó ese mes: se usa una persona de ejemplo. {{/EJEMPLO}}{{#NO_EJEMPLO}}{{PERSONAS:x-miles}} {{PERSONAS:x-segun=persona/personas}}, hasta 200. {{/NO_EJEMPLO}}{{TAREAS:x-miles}} {{TAREAS:x-segun=tarea/tareas}}{{#HAY_HORAS}}, {{HORAS}} horas en total{{/HAY_HORAS}}.</p>
<ul class="cifras">
<li><b>{{ORH:x-miles}}</b> de la ORH</li>
<li><b>{{JEFE:x-miles}}</b> de los jefes</li>
<li><b>{{SERVIDOR:x-miles}}</b> de los servidores</li>
<li><b>{{TUTOR:x-miles}}</b> de los tutores</li>
</ul>
{{#HAY_AVISOS}}<div class="alerta"><h2>Conviene revisar</h2>
<ul>
{{#FALTA_B}}<li>La etapa B, inducción a la entidad, no tiene actividades para estas personas.</li>
{{/FALTA_B}}{{#FALTA_C}}<li>La etapa C, inducción al puesto, no tiene actividades para estas personas.</li>
{{/FALTA_C}}{{#AVISO_JEFE}}<li>{{SIN_JEFE:x-miles}} {{SIN_JEFE:x-segun=persona no tiene/personas no tienen}} jefe inmediato registrado y el plan le pide tareas.</li>
{{/AVISO_JEFE}}{{#CON_TUTOR}}<li>Hay tareas del tutor: las registra el jefe inmediato o la ORH.</li>
{{/CON_TUTOR}}{{#AVISO_ANTES}}<li>{{ANTES:x-miles}} {{ANTES:x-segun=tarea del servidor cae/tareas del servidor caen}} antes de su ingreso.</li>
{{/AVISO_ANTES}}{{#AVISO_INHABIL}}<li>{{INHABIL:x-miles}} {{INHABIL:x-segun=tarea cae/tareas caen}} en fin de semana o feriado: use días hábiles si hay que estar presente.</li>
{{/AVISO_INHABIL}}{{#AVISO_TARDE}}<li>{{TARDE:x-miles}} {{TARDE:x-segun=tarea cae/tareas caen}} después del plazo de su etapa.</li>
{{/AVISO_TARDE}}{{#AVISO_DIA}}<li>{{DIA_LARGO:x-miles}} {{DIA_LARGO:x-segun=vez/veces}} una misma persona tendría más de 8 horas en un día.</li>
{{/AVISO_DIA}}</ul></div>
{{/HAY_AVISOS}}{{#HAY_FILAS}}<h2>Tareas por fecha</h2>
{{#HAY_MAS}}<p class="hint">Se muestran las primeras 300.</p>
{{/HAY_MAS}}<table class="apila">
<caption class="vh">Tareas que daría el plan, por fecha</caption>
<thead><tr><th scope="col">Fecha</th><th scope="col">Tarea</th><th scope="col">Quién</th><th scope="col">Persona que ingresa</th></tr></thead>
<tbody>
{{#FILAS}}<tr><th scope="row">{{FECHA}}{{#INHABIL}} <span class="est OBSERVADA">No laborable</span>{{/INHABIL}}{{#TARDE}} <span class="est OBSERVADA">Pasa el plazo</span>{{/TARDE}}</th>
<td data-label="Tarea">{{TITULO}} <span class="hint">{{ETAPA}}</span></td>
<td data-label="Quién">{{QUIEN}}</td>
<td data-label="Persona">{{NOMBRE}}</td></tr>
{{/FILAS}}</tbody>
</table>
{{/HAY_FILAS}}<div class="acc noimp">{{#PUEDE_EDITAR}}<a class="btn" href="/plan/{{ID}}/editar">Volver al borrador</a> <a class="btn sec" href="/plan/{{ID}}/publicar">Publicar</a>{{/PUEDE_EDITAR}}{{#NO_PUEDE_EDITAR}}<a class="btn sec" href="/plan/{{ID}}/ver">Ver el plan</a>{{/NO_PUEDE_EDITAR}}</div>
