{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>{{NOMBRE}}</h1>
<p class="lead">{{PROGRAMA}} · del {{DESDE:x-largo}}{{#HAY_HASTA}} al {{HASTA:x-largo}}{{/HAY_HASTA}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Vea la meta, el presupuesto y las reglas de esta edición con el texto de su fuente. Lo que la fuente tiene incompleto o contradictorio se muestra y se explica; las cifras registradas y el universo se cuentan aparte.</p></details>
{{#HAY_NOTA}}<div class="nota"><p>{{NOTA}}</p></div>
{{/HAY_NOTA}}<h2 id="metas">Metas</h2>
{{#METAS}}<dl class="ficha">
<div><dt>Meta</dt><dd><strong>{{VALOR:x-miles}} {{UNIDAD}}</strong></dd></div>
<div><dt>Texto literal</dt><dd>«{{TEXTO}}»</dd></div>
{{#HAY_NOTA}}<div><dt>Observación</dt><dd>{{NOTA}}</dd></div>
{{/HAY_NOTA}}{{#HAY_FUENTE}}<div><dt>Fuente</dt><dd>{{FUENTE}}</dd></div>
{{/HAY_FUENTE}}</dl>
{{/METAS}}{{#NO_METAS}}<p class="hint">Esta edición no tiene meta registrada.</p>
{{/NO_METAS}}<h2 id="registradas">Registradas</h2>
<p>{{#DE_SERVIDORES}}<a href="/servidor/lista?vigencia=TODOS&amp;desde={{DESDE:url_query_escape}}&amp;hasta={{HASTA:url_query_escape}}"><strong>{{INSCRITOS:x-miles}}</strong> {{INSCRITOS:x-segun=persona registrada/personas registradas}}</a>{{/DE_SERVIDORES}}{{#NO_DE_SERVIDORES}}<strong>{{INSCRITOS:x-miles}}</strong> {{#POR_CARGO}}cargos con autoridad registrada{{/POR_CARGO}}{{#NO_POR_CARGO}}personas registradas{{/NO_POR_CARGO}}{{/NO_DE_SERVIDORES}}. Estar registrada no es haber culminado: cada estado se cuenta aparte.</p>
{{#HAY_ESTADOS}}<ul>
{{#ESTADOS}}<li>{{ESTADO:x-palabra}}: {{TOTAL:x-miles}}</li>
{{/ESTADOS}}</ul>
{{/HAY_ESTADOS}}{{#HAY_LUGARES}}<h2 id="lugares">Entidades de la edición</h2>
{{#FALTAN_LUGARES}}<div class="alerta"><p>Falta definir {{ABIERTOS}} de {{LUGARES_TOTAL}} lugares. La Ayuda Memoria anuncia diez ministerios y nombra nueve entidades distintas: MIMP aparece dos veces. SERVIR define la que falta.</p></div>
{{/FALTAN_LUGARES}}<table class="apila">
<caption class="vh">Lugares de la edición para entidades</caption>
<thead><tr><th scope="col">N.°</th><th scope="col">Grupo</th><th scope="col">Entidad</th><th scope="col">Observación</th></tr></thead>
<tbody>
{{#LUGARES}}<tr><th scope="row">{{ORDEN}}</th><td data-label="Grupo">{{GRUPO}}</td>
<td data-label="Entidad">{{#HAY_ENTIDAD}}<a href="/entidad/{{ENTIDAD_ID}}/ficha">{{ENTIDAD}}</a>{{/HAY_ENTIDAD}}{{#POR_DEFINIR}}<span class="est OBSERVADA">Por definir</span>{{/POR_DEFINIR}}</td>
<td data-label="Observación">{{#HAY_NOTA}}{{NOTA}}{{/HAY_NOTA}}</td></tr>
{{/LUGARES}}</tbody>
</table>
{{#PUEDE_DEFINIR}}<h3>Definir un lugar abierto</h3>
<form method="post" novalidate>
{{>CSRF}}
<div class="fila">{{>CAMPO_LUGAR}}{{>CAMPO_ENTIDAD}}</div>
<div class="acc"><button>Guardar el lugar</button></div>
</form>
{{/PUEDE_DEFINIR}}{{/HAY_LUGARES}}<h2 id="presupuesto">Presupuesto</h2>
{{#HAY_LINEAS}}<table class="apila">
<caption class="vh">Líneas del presupuesto</caption>
<thead><tr><th scope="col">N.°</th><th scope="col">Línea</th><th scope="col" class="num">Monto</th></tr></thead>
<tbody>
{{#LINEAS}}<tr><th scope="row">{{ORDEN}}</th>
<td data-label="Línea">{{#HAY_CORREGIDA}}<strong>{{CORREGIDA}}</strong><br>Etiqueta literal: «{{ETIQUETA}}»{{/HAY_CORREGIDA}}{{#NO_CORREGIDA}}<strong>{{ETIQUETA}}</strong>{{/NO_CORREGIDA}}{{#HAY_DESCRIPCION}}<br>{{DESCRIPCION}}{{/HAY_DESCRIPCION}}{{#HAY_NOTA}}<br><span class="hint">{{NOTA}}</span>{{/HAY_NOTA}}</td>
<td data-label="Monto" class="num">{{MONTO:x-soles}}</td></tr>
{{/LINEAS}}</tbody>
<tfoot><tr><th scope="row" colspan="2">Total (suma de las líneas)</th><td class="num"><strong>{{PRESUPUESTO:x-soles}}</strong></td></tr></tfoot>
</table>
{{/HAY_LINEAS}}{{#NO_LINEAS}}<p class="hint">Esta edición no tiene presupuesto registrado.</p>
{{/NO_LINEAS}}<h2 id="reglas">Reglas</h2>
{{#SIN_REGLA}}<p class="hint">Ninguna regla rige en estas fechas.</p>
{{/SIN_REGLA}}{{#REGLAS}}<h3>{{CODIGO}}, versión {{VERSION}}</h3>
<p>{{TEXTO}}</p>
<p class="hint">Rige desde el {{DESDE:x-largo}}{{#HAY_HASTA}} hasta el {{HASTA:x-largo}}{{/HAY_HASTA}}. Es un ajuste configurable, no el plazo de una norma. Fuente: {{FUENTE}}</p>
{{#HAY_MESES}}<p>Hasta {{MESES}} {{MESES:x-segun=mes/meses}} en el puesto. Fecha de referencia: {{#HAY_REFERENCIA}}{{REFERENCIA}}{{/HAY_REFERENCIA}}{{#NO_REFERENCIA}}por definir{{/NO_REFERENCIA}}.</p>
{{/HAY_MESES}}{{#HAY_PLAZOS}}<table class="apila">
<caption class="vh">Plazo de cada etapa</caption>
<thead><tr><th scope="col">Etapa</th><th scope="col">Plazo</th><th scope="col">La conduce</th></tr></thead>
<tbody>
{{#PLAZOS}}<tr><th scope="row">{{ETAPA}}</th><td data-label="Plazo">{{DIAS}} {{UNIDAD}} desde {{BASE}}</td><td data-label="La conduce">{{RESPONSABLE}}</td></tr>
{{/PLAZOS}}</tbody>
</table>
{{/HAY_PLAZOS}}{{/REGLAS}}{{#POR_CARGO}}<h2 id="universo">Universo: cargos del periodo {{PERIODO}}</h2>
<p><strong>{{UNIVERSO:x-miles}} cargos</strong>, contados de los cargos registrados. La meta es otra cifra: la que escribió la Ayuda Memoria.</p>
<table class="apila">
<caption class="vh">Cargos por región</caption>
<thead><tr><th scope="col">Región</th><th scope="col" class="num">Gobernador</th><th scope="col" class="num">Alcaldes provinciales</th><th scope="col" class="num">Alcaldes distritales</th><th scope="col" class="num">Cargos</th><th scope="col" class="num">Con autoridad registrada</th></tr></thead>
<tbody>
{{#REGIONES}}<tr><th scope="row">{{REGION}}</th><td data-label="Gobernador" class="num">{{GOBERNADORES}}</td><td data-label="Alcaldes provinciales" class="num">{{PROVINCIALES}}</td><td data-label="Alcaldes distritales" class="num">{{DISTRITALES}}</td><td data-label="Cargos" class="num">{{TOTAL}}</td><td data-label="Con autoridad registrada" class="num">{{CONOCIDOS}}</td></tr>
{{/REGIONES}}</tbody>
</table>
<p class="hint">La provincia de Lima no elige gobernador: su alcalde provincial ejerce funciones regionales. El distrito capital de cada provincia no tiene alcalde distrital propio.</p>
{{/POR_CARGO}}
