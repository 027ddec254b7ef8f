{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Lista de asistencia</h1>
<p class="lead">{{TITULO}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Elija a quienes convoca; si no marca a nadie, van todas las personas que tienen pendiente esta actividad. Imprima la lista, hágala firmar y súbala una sola vez, con todos los asistentes marcados. Del documento solo se ven las tres últimas cifras, porque la lista pasa de mano en mano.</p></details>
<dl class="ficha">
<div><dt>Entidad</dt><dd>{{ENTIDAD}}</dd></div>
<div><dt>Etapa</dt><dd>{{ETAPA}}</dd></div>
{{#HAY_HORAS}}<div><dt>Horas</dt><dd>{{HORAS}}</dd></div>
{{/HAY_HORAS}}{{#PARA_IMPRIMIR}}<div><dt>Fecha</dt><dd>{{DIA}}</dd></div>
<div><dt>Lugar</dt><dd>{{DONDE}}</dd></div>
<div><dt>Responsable</dt><dd></dd></div>
{{/PARA_IMPRIMIR}}</dl>
{{#HAY_MAS}}<p>Solo aparecen las primeras 200 personas, por apellido. Las demás aparecerán cuando estas ya no la tengan pendiente.</p>
{{/HAY_MAS}}{{#PARA_ELEGIR}}{{#HAY_PERSONAS}}<form method="get" novalidate>
<input type="hidden" name="vista" value="imprimir">
<table class="apila">
<caption class="vh">Personas que tienen pendiente la actividad</caption>
<thead><tr><th scope="col">Persona</th><th scope="col">Documento</th><th scope="col">Unidad</th><th scope="col">Fecha prevista</th></tr></thead>
<tbody>
{{#PERSONAS}}<tr><th scope="row"><label class="opt"><input type="checkbox" name="persona" value="{{VINCULO_ID}}.1"> {{NOMBRE}}</label></th>
<td data-label="Documento">{{DOCUMENTO}}</td>
<td data-label="Unidad">{{ORGANO}}</td>
<td data-label="Fecha prevista">{{FECHA}}</td></tr>
{{/PERSONAS}}</tbody>
</table>
<div class="fila">{{>CAMPO_FECHA}}{{>CAMPO_LUGAR}}</div>
<div class="acc"><button>Preparar la lista</button> <a href="/orh/tareas?ver=TODAS&amp;actividad={{ID:url_query_escape}}">Marcar a los asistentes y subir la lista firmada</a> <a href="/plan/{{PLAN_ID}}/ver">Volver al plan</a></div>
</form>
{{/HAY_PERSONAS}}{{#NO_PERSONAS}}<div class="nota"><p>Nadie tiene pendiente esta actividad. <a href="/plan/{{PLAN_ID}}/ver">Volver al plan</a></p></div>
{{/NO_PERSONAS}}{{/PARA_ELEGIR}}{{#PARA_IMPRIMIR}}<table>
<caption class="vh">Asistentes</caption>
<thead><tr><th scope="col">Apellidos y nombres</th><th scope="col">Documento</th><th scope="col">Unidad</th><th scope="col">Hora</th><th scope="col">Firma</th></tr></thead>
<tbody>
{{#PERSONAS}}<tr><th scope="row">{{NOMBRE}}</th><td>{{DOCUMENTO}}</td><td>{{ORGANO}}</td><td></td><td></td></tr>
{{/PERSONAS}}{{#VACIAS}}<tr><th scope="row">&nbsp;</th><td></td><td></td><td></td><td></td></tr>
{{/VACIAS}}</tbody>
</table>
<p class="noimp"><a href="/plan/asistencia/{{ID}}">Volver a elegir</a> · <a href="/orh/tareas?ver=TODAS&amp;actividad={{ID:url_query_escape}}">Marcar a los asistentes y subir la lista firmada</a></p>
{{/PARA_IMPRIMIR}}
