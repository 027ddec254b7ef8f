{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Servidores</h1>
<p class="lead">Personas registradas y en qué va su inducción.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Busque a una persona por nombre o documento, o use los filtros para ver, por ejemplo, a quiénes se les venció una etapa. Abra la ficha para ver el detalle. La dirección de la página guarda sus filtros: puede guardarla o compartirla con su equipo.</p></details>
<form method="get" class="filtros noimp" role="search" novalidate>
{{>CAMPO_Q}}
<button>Buscar</button>
<details{{#HAY_FILTROS}} open{{/HAY_FILTROS}}><summary>Más filtros</summary>
<div class="fila">{{>CAMPO_ETAPA}}{{>CAMPO_ESTADO}}{{#HAY_UNIDADES}}{{>CAMPO_UNIDAD}}{{/HAY_UNIDADES}}</div>
<div class="fila">{{>CAMPO_DESDE}}{{>CAMPO_HASTA}}{{>CAMPO_VIGENCIA}}</div>
{{#PUEDE_EXPORTAR}}<div class="fila">{{>CAMPO_EDICION}}{{>CAMPO_SITUACION}}{{>CAMPO_REGIMEN}}{{>CAMPO_SEXO}}</div>
{{#VARIAS_ENTIDADES}}<div class="fila">{{>CAMPO_NIVEL}}{{>CAMPO_REGION}}</div>
{{/VARIAS_ENTIDADES}}{{#HAY_ENTIDAD_ID}}<input type="hidden" name="entidad" value="{{ENTIDAD_ID}}">
{{/HAY_ENTIDAD_ID}}{{/PUEDE_EXPORTAR}}{{>CAMPO_SIN_JEFE}}
<button class="sec">Aplicar filtros</button>
</details>
</form>
{{#SOBRAN_PALABRAS}}<p class="hint" role="status">Solo se usaron las tres primeras palabras.</p>
{{/SOBRAN_PALABRAS}}{{#HAY_FILAS}}
<p>{{#MUCHOS}}Más de 1,000 personas. Use los filtros para acortar la lista.{{/MUCHOS}}{{#VARIOS}}{{TOTAL}} {{TOTAL:x-segun=persona/personas}}.{{/VARIOS}}{{#UNO}}1 persona.{{/UNO}}
<span class="noimp"><a href="/servidor/lista?vista=imprimir&amp;{{CONSULTA}}">Imprimir</a>{{#PUEDE_EXPORTAR}} · <a href="/servidor/exportar?{{CONSULTA}}">Descargar (Excel o CSV)</a>{{/PUEDE_EXPORTAR}}</span></p>
<table class="apila">
<caption class="vh">Servidores y estado de sus tres etapas</caption>
<thead><tr><th scope="col">Persona</th><th scope="col">Documento</th><th scope="col">Unidad y puesto</th><th scope="col">Ingreso</th><th scope="col">A. Estado</th><th scope="col">B. Entidad</th><th scope="col">C. Puesto</th></tr></thead>
<tbody>
{{#FILAS}}<tr>
<th scope="row"><a href="/servidor/{{ID}}/ficha">{{NOMBRE}}</a></th>
<td data-label="Documento">{{DOCUMENTO}}</td>
<td data-label="Unidad y puesto">{{#VARIAS_ENTIDADES}}{{ENTIDAD}}. {{/VARIAS_ENTIDADES}}{{#HAY_ORGANO}}{{ORGANO}}. {{/HAY_ORGANO}}{{PUESTO}}{{#SIN_JEFE}} <span class="hint">Falta jefe</span>{{/SIN_JEFE}}</td>
<td data-label="Ingreso">{{FECHA_INGRESO}}{{#HAY_FECHA_CESE}} <span class="hint">Fin: {{FECHA_CESE}}</span>{{/HAY_FECHA_CESE}}</td>
<td data-label="A. Estado">{{#HAY_ESTADO_A}}<span class="est {{ESTADO_A}}">{{ESTADO_A:x-palabra}}</span>{{/HAY_ESTADO_A}}</td>
<td data-label="B. Entidad">{{#HAY_ESTADO_B}}<span class="est {{ESTADO_B}}">{{ESTADO_B:x-palabra}}</span>{{/HAY_ESTADO_B}}</td>
<td data-label="C. Puesto">{{#HAY_ESTADO_C}}<span class="est {{ESTADO_C}}">{{ESTADO_C:x-palabra}}</span>{{/HAY_ESTADO_C}}</td>
</tr>
{{/FILAS}}</tbody>
</table>
{{>PAGINAS}}
{{/HAY_FILAS}}
{{#NO_FILAS}}<div class="nota"><p>Ninguna persona coincide con lo que busca. Revise cómo escribió el nombre, quite un filtro o <a href="/servidor/lista">vea toda la lista</a>.{{#PUEDE_REGISTRAR}} Si es alguien nuevo, <a href="/servidor/registrar">regístrelo</a>.{{/PUEDE_REGISTRAR}}</p></div>{{/NO_FILAS}}
