{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Cifras de la inducción</h1>
<p class="lead">{{EDICION_NOMBRE}}, por {{POR_TEXTO}}. Datos al {{AHORA}}.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Vea cuántas personas se registraron, cuántas completaron y cuántas tienen algo vencido. Elija cómo agruparlas y acote con los filtros: la dirección los guarda. Cada número lleva a la lista de esas personas.</p></details>
<form method="get" class="filtros noimp" role="search" novalidate>
<div class="fila">{{>CAMPO_EDICION}}{{>CAMPO_POR}}</div>
<button>Ver</button>
<details{{#HAY_FILTROS}} open{{/HAY_FILTROS}}><summary>Más filtros</summary>
<div class="fila">{{#VARIAS_ENTIDADES}}{{>CAMPO_NIVEL}}{{>CAMPO_REGION}}{{/VARIAS_ENTIDADES}}{{>CAMPO_REGIMEN}}{{>CAMPO_SEXO}}</div>
<div class="fila">{{>CAMPO_DESDE}}{{>CAMPO_HASTA}}</div>
{{#HAY_ENTIDAD_ID}}<input type="hidden" name="entidad" value="{{ENTIDAD_ID}}">
{{/HAY_ENTIDAD_ID}}<button class="sec">Aplicar filtros</button>
</details>
</form>
{{#HAY_DATOS}}
<ul class="cifras">
<li><a href="{{ENLACE}}&amp;situacion=REGISTRADO"><b>{{REGISTRADOS}}</b> registrados</a></li>
<li><a href="{{ENLACE}}&amp;situacion=COMPLETADO"><b>{{COMPLETADOS}}</b> completados{{#HAY_PORCENTAJE}} ({{PORCENTAJE}} de los registrados){{/HAY_PORCENTAJE}}</a></li>
<li><a href="{{ENLACE}}&amp;situacion=VALIDADO"><b>{{VALIDADOS}}</b> validados por SERVIR</a></li>
<li><a href="{{ENLACE}}&amp;situacion=EN_CURSO"><b>{{EN_CURSO}}</b> en curso</a></li>
<li{{#URGE}} class="urge"{{/URGE}}><a href="{{ENLACE}}&amp;situacion=VENCIDO"><b>{{VENCIDOS}}</b> con algo vencido</a></li>
<li><a href="{{ENLACE}}&amp;situacion=RETIRADO"><b>{{RETIRADOS}}</b> retirados</a></li>
</ul>
<p>{{#HAY_MEDIANA}}La mitad de quienes completaron lo hizo en <strong>{{MEDIANA}} días o menos</strong> desde su ingreso.{{/HAY_MEDIANA}}{{#NO_MEDIANA}}Todavía nadie completó, así que no hay mediana de días.{{/NO_MEDIANA}}{{#HAY_META}} Meta de la edición: <strong>{{META:x-miles}} {{UNIDAD}}</strong>{{#SIN_FILTRO}}; completados: {{META_AVANCE}} de la meta{{/SIN_FILTRO}}.{{/HAY_META}}</p>
{{#HAY_LINEAS}}
<h2>Gráfico por {{POR_TEXTO}}</h2>
{{>GRAFICO}}
<h2>Tabla por {{POR_TEXTO}}</h2>
<table class="apila">
<caption class="vh">Personas por {{POR_TEXTO}} y situación</caption>
<thead><tr><th scope="col">{{POR_TITULO}}</th><th scope="col" class="num">Registrados</th><th scope="col" class="num">En curso</th><th scope="col" class="num">Con algo vencido</th><th scope="col" class="num">Completados</th><th scope="col" class="num">Validados</th><th scope="col" class="num">Retirados</th><th scope="col" class="num">% completado</th><th scope="col" class="num">Mediana de días</th></tr></thead>
<tbody>
{{#LINEAS}}<tr>
<th scope="row">{{NOMBRE}}</th>
<td data-label="Registrados" class="num"><a href="{{ENLACE}}&amp;situacion=REGISTRADO">{{REGISTRADOS}}</a></td>
<td data-label="En curso" class="num"><a href="{{ENLACE}}&amp;situacion=EN_CURSO">{{EN_CURSO}}</a></td>
<td data-label="Con algo vencido" class="num"><a href="{{ENLACE}}&amp;situacion=VENCIDO">{{VENCIDOS}}</a></td>
<td data-label="Completados" class="num"><a href="{{ENLACE}}&amp;situacion=COMPLETADO">{{COMPLETADOS}}</a></td>
<td data-label="Validados" class="num"><a href="{{ENLACE}}&amp;situacion=VALIDADO">{{VALIDADOS}}</a></td>
<td data-label="Retirados" class="num"><a href="{{ENLACE}}&amp;situacion=RETIRADO">{{RETIRADOS}}</a></td>
<td data-label="% completado" class="num">{{PORCENTAJE}}</td>
<td data-label="Mediana de días" class="num">{{#HAY_MEDIANA}}{{MEDIANA}}{{/HAY_MEDIANA}}{{#NO_MEDIANA}}–{{/NO_MEDIANA}}</td>
</tr>
{{/LINEAS}}</tbody>
</table>
{{>PAGINAS}}
<p class="noimp">Descargar esta tabla, completa y con estos filtros: <a href="/cifras/tablero?vista=xlsx&amp;{{CONSULTA}}">Excel (XLSX)</a> · <a href="/cifras/tablero?vista=csv&amp;{{CONSULTA}}">CSV</a></p>
{{/HAY_LINEAS}}
<p class="noimp"><a href="/cifras/tablero?vista=imprimir&amp;{{CONSULTA}}">Imprimir estas cifras</a> · <a href="/servidor/exportar?{{CONSULTA_LISTA}}">Descargar las personas</a>{{#ES_SERVIR}} · <a href="/cifras/informes">Informes mensuales</a> · <a href="/cifras/abiertos">Datos abiertos</a>{{/ES_SERVIR}}</p>
{{/HAY_DATOS}}
{{#NO_DATOS}}<div class="nota"><p>No hay personas registradas con esos filtros. Elija otra edición o <a href="/cifras/tablero">vea las cifras sin filtros</a>.</p></div>
{{/NO_DATOS}}<h2>Qué cuenta cada cifra</h2>
<dl class="ficha">
<div><dt>Registrados</dt><dd>Personas inscritas en la edición, hayan terminado o no. Quien pasó a otra entidad en la misma edición cuenta una vez, en la nueva. Es el total sobre el que se calcula el % completado.</dd></div>
<div><dt>En curso</dt><dd>Con vínculo vigente y alguna de las tres etapas sin terminar.</dd></div>
<div><dt>Con algo vencido</dt><dd>Parte de «en curso»: una etapa pasó su fecha límite y no está culminada, validada ni marcada como «no aplica».</dd></div>
<div><dt>Completados</dt><dd>Las tres etapas culminadas, validadas o no aplica.</dd></div>
<div><dt>Validados</dt><dd>Parte de «completados»: SERVIR validó todas las etapas que se aplican.</dd></div>
<div><dt>Retirados</dt><dd>Su vínculo terminó sin completar.</dd></div>
<div><dt>Mediana de días</dt><dd>Del ingreso a la última etapa terminada, solo de quienes completaron; las etapas reconocidas de otra entidad no cuentan.</dd></div>
</dl>
