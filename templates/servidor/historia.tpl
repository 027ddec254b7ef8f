{{%AUTOESCAPE context="HTML"}}
<h1>Historia de {{NOMBRE}}</h1>
<p class="lead">{{TIPO_DOCUMENTO}} {{DOCUMENTO}} · {{ENTIDAD}}. Desde el {{FECHA_INGRESO}}{{#HAY_FECHA_CESE}} hasta el {{FECHA_CESE}}{{/HAY_FECHA_CESE}}.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Vea cómo fue el vínculo en cada periodo, qué se registró y quién lo hizo. Nada se borra: una corrección o un cambio dejan ver el valor anterior. Cada consulta de esta página queda anotada.</p></details>
<p class="noimp"><a href="/servidor/{{ID}}/ficha">Volver a la ficha</a> · <a href="/servidor/{{ID}}/historia?vista=imprimir">Imprimir</a></p>
<h2>Periodos</h2>
<table class="apila">
<caption class="vh">Periodos del vínculo, el más reciente primero</caption>
<thead><tr><th scope="col">Periodo</th><th scope="col">Unidad y puesto</th><th scope="col">Régimen</th><th scope="col">Jefe inmediato</th><th scope="col">Motivo</th></tr></thead>
<tbody>
{{#PERIODOS}}<tr>
<th scope="row">Del {{DESDE}}{{#HAY_HASTA}} al {{HASTA}}{{/HAY_HASTA}}{{#NO_HASTA}} en adelante{{/NO_HASTA}}</th>
<td data-label="Unidad y puesto">{{#HAY_ORGANO}}{{ORGANO}}. {{/HAY_ORGANO}}{{PUESTO}}{{#ES_CONFIANZA}} (de confianza){{/ES_CONFIANZA}}</td>
<td data-label="Régimen">{{REGIMEN}}{{#HAY_CONTRATO}}. {{CONTRATO}}{{/HAY_CONTRATO}}{{#HAY_CONDICION}}. {{CONDICION}}{{/HAY_CONDICION}}. {{MODALIDAD:x-palabra}}</td>
<td data-label="Jefe inmediato">{{#HAY_JEFE}}{{JEFE}}{{/HAY_JEFE}}{{#NO_JEFE}}<span class="hint">No indicado</span>{{/NO_JEFE}}</td>
<td data-label="Motivo">{{MOTIVO}}{{#HAY_SUSTENTO}} ({{SUSTENTO}}){{/HAY_SUSTENTO}} <span class="hint">Registrado el {{CREADO}}{{#HAY_QUIEN}} por {{QUIEN}}{{/HAY_QUIEN}}</span></td>
</tr>
{{/PERIODOS}}</tbody>
</table>
<h2>Qué se registró</h2>
{{#HAY_EVENTOS}}<ul>
{{#EVENTOS}}<li><strong>{{TIPO}}</strong>, del {{OCURRIDO}}.{{#HAY_DETALLE}} {{DETALLE}}.{{/HAY_DETALLE}} <span class="hint">Registrado el {{CONOCIDO}}{{#HAY_QUIEN}} por {{QUIEN}}{{/HAY_QUIEN}}</span></li>
{{/EVENTOS}}</ul>
{{/HAY_EVENTOS}}{{#NO_EVENTOS}}<p class="hint">Todavía no hay nada registrado.</p>
{{/NO_EVENTOS}}{{#AUDITA}}<h2>Auditoría: cambios en los datos</h2>
{{#HAY_LINEAS}}<table class="apila">
<caption class="vh">Cambios en los datos de la persona y del vínculo</caption>
<thead><tr><th scope="col">Cuándo</th><th scope="col">Quién</th><th scope="col">Qué</th><th scope="col">Desde</th></tr></thead>
<tbody>
{{#LINEAS}}<tr>
<th scope="row">{{OCURRIDO}}</th>
<td data-label="Quién">{{#HAY_QUIEN}}{{QUIEN}}{{/HAY_QUIEN}}{{#NO_QUIEN}}El sistema{{/NO_QUIEN}}{{#HAY_ROL}} <span class="hint">{{ROL}}</span>{{/HAY_ROL}}</td>
<td data-label="Qué">{{TABLA}}. {{DETALLE}}</td>
<td data-label="Desde">{{DIRECCION}}</td>
</tr>
{{/LINEAS}}</tbody>
</table>
{{/HAY_LINEAS}}{{#NO_LINEAS}}<p class="hint">Nadie cambió los datos después del registro.</p>
{{/NO_LINEAS}}<h2>Auditoría: quién consultó</h2>
{{#HAY_ACCESOS}}<table class="apila">
<caption class="vh">Consultas de los datos de la persona</caption>
<thead><tr><th scope="col">Cuándo</th><th scope="col">Quién</th><th scope="col">Desde</th></tr></thead>
<tbody>
{{#ACCESOS}}<tr>
<th scope="row">{{OCURRIDO}}</th>
<td data-label="Quién">{{#HAY_QUIEN}}{{QUIEN}}{{/HAY_QUIEN}} <span class="hint">{{ROL}}</span></td>
<td data-label="Desde">{{DIRECCION}}</td>
</tr>
{{/ACCESOS}}</tbody>
</table>
{{/HAY_ACCESOS}}{{#NO_ACCESOS}}<p class="hint">Nadie consultó estos datos todavía.</p>
{{/NO_ACCESOS}}{{/AUDITA}}
