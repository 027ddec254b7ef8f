{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Recordatorios por correo</h1>
<p class="lead">A quién escribió el portal, por qué, y qué pasó con cada correo.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Cada mañana laborable el portal recuerda lo que vence o venció a quien debe actuar: una vez por motivo y un correo por semana como máximo. Aquí ve lo enviado, lo que saldría un día y los correos que rebotan. Si alguien no debe recibirlos, haga una pausa.</p></details>
<form method="get" class="filtros noimp" role="search" novalidate>
<div class="fila">{{>CAMPO_VISTA}}{{#DE_ENVIADOS}}{{>CAMPO_ESTADO}}{{/DE_ENVIADOS}}{{#DE_PROXIMOS}}{{>CAMPO_FECHA}}{{/DE_PROXIMOS}}</div>
<button class="sec">Ver</button>
</form>
{{#PUEDE_PAUSAR}}<p class="noimp"><a href="/recordatorio/{{ENTIDAD_ID}}/pausa">Pausas de su entidad</a></p>
{{/PUEDE_PAUSAR}}{{#DE_ENVIADOS}}{{#HAY_FILAS}}<table class="apila">
<caption class="vh">Recordatorios, los últimos primero</caption>
<thead><tr><th scope="col">Para</th><th scope="col">Día</th><th scope="col">Por qué</th><th scope="col">Estado</th></tr></thead>
<tbody>
{{#FILAS}}<tr><th scope="row">{{NOMBRE}} <span class="hint">{{CORREO}} · {{ENTIDAD}}</span></th>
<td data-label="Día">{{DIA}}</td>
<td data-label="Por qué">{{PORQUE}} <span class="hint">{{TEXTO}}</span>{{#HAY_VINCULO_ID}} <a href="/servidor/{{VINCULO_ID}}/ficha">Ver la ficha<span class="vh"> ({{TEXTO}})</span></a>{{/HAY_VINCULO_ID}}</td>
<td data-label="Estado"><span class="est {{ESTADO}}">{{ESTADO:x-palabra}}</span>{{#HAY_DETALLE}} <span class="hint">{{DETALLE}}</span>{{/HAY_DETALLE}}{{#REBOTA}} <strong>El correo rebota: corríjalo.</strong>{{/REBOTA}}</td></tr>
{{/FILAS}}</tbody>
</table>
{{>PAGINAS}}
{{/HAY_FILAS}}{{#NO_FILAS}}<div class="nota"><p>Ningún recordatorio con estos filtros. <a href="/recordatorio/lista?vista=proximos">Vea los que saldrían</a>.</p></div>
{{/NO_FILAS}}{{/DE_ENVIADOS}}{{#DE_PROXIMOS}}<h2>Saldrían el {{DIA:x-largo}}</h2>
<p class="hint">Con lo registrado hasta ahora, si nadie avanza antes de ese día. Cada correo se decide de nuevo al salir.</p>
{{#NO_HABIL}}<div class="nota"><p>Ese día no es laborable: no sale ningún recordatorio.</p></div>
{{/NO_HABIL}}{{#HABIL}}{{#HAY_PROXIMOS}}<table class="apila">
<caption class="vh">Recordatorios que saldrían</caption>
<thead><tr><th scope="col">Para</th><th scope="col">Por qué</th><th scope="col">Qué diría</th></tr></thead>
<tbody>
{{#PROXIMOS}}<tr><th scope="row">{{NOMBRE}} <span class="hint">{{CORREO}} · {{ENTIDAD}}</span></th>
<td data-label="Por qué">{{PORQUE}}</td>
<td data-label="Qué diría">{{TEXTO}}{{#HAY_VINCULO_ID}} <a href="/servidor/{{VINCULO_ID}}/ficha">Ver la ficha<span class="vh"> ({{TEXTO}})</span></a>{{/HAY_VINCULO_ID}}</td></tr>
{{/PROXIMOS}}</tbody>
</table>
{{#MUCHOS}}<p>Y más: se muestran los primeros 200.</p>
{{/MUCHOS}}{{/HAY_PROXIMOS}}{{#NO_PROXIMOS}}<div class="nota"><p>Ese día no saldría ningún recordatorio.</p></div>
{{/NO_PROXIMOS}}{{/HABIL}}{{/DE_PROXIMOS}}{{#DE_REBOTES}}<h2>Correos que rebotan</h2>
<p>El portal no escribe más a estas direcciones hasta que se corrijan en la ficha.</p>
{{#HAY_REBOTES}}<table class="apila">
<caption class="vh">Personas cuyo correo rebota</caption>
<thead><tr><th scope="col">Persona</th><th scope="col">Correo</th><th scope="col">Desde</th><th scope="col">Qué respondió</th></tr></thead>
<tbody>
{{#REBOTES}}<tr><th scope="row"><a href="/servidor/{{VINCULO_ID}}/ficha">{{NOMBRE}}</a></th>
<td data-label="Correo">{{CORREO}}</td>
<td data-label="Desde">{{DESDE}}</td>
<td data-label="Qué respondió">{{DETALLE}}</td></tr>
{{/REBOTES}}</tbody>
</table>
{{/HAY_REBOTES}}{{#NO_REBOTES}}<div class="nota"><p>Ningún correo rebota.</p></div>
{{/NO_REBOTES}}{{/DE_REBOTES}}
